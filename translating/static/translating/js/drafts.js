// What is typed into a field and not sent yet, kept in this browser under a name.

const PREFIX = "translating.draft:";
const DAYS = 14;

/** Bring back what was typed into a field, and keep what is; returns { forget }. */
export function keepDraft(field, name) {
    const key = PREFIX + name;
    const kept = read(key);
    if (kept && !field.value) field.value = kept.text;
    field.addEventListener("input", () => write(key, field.value));
    return { forget: () => write(key, "") };
}

function read(key) {
    try {
        const kept = JSON.parse(localStorage.getItem(key));
        const isOld = kept && kept.at < Date.now() - DAYS * 24 * 60 * 60 * 1000;
        return isOld ? write(key, "") : kept;
    } catch {
        return null;
    }
}

function write(key, text) {
    try {
        if (text) localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
        else localStorage.removeItem(key);
    } catch {
        // A browser that keeps nothing: the words still stand in their field.
    }
    return null;
}
