// Fills in texts and writes times, in the language of the interface.

/** Return `text` with each `{name}` replaced. */
export function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Return the time of day, with the date when it is another day. */
export function timeOf(moment) {
    const date = new Date(moment);
    const isToday = date.toDateString() === new Date().toDateString();
    const day = isToday ? {} : { year: "numeric", month: "long", day: "numeric" };
    return new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
        ...day,
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
    }).format(date);
}
