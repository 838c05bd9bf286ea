// The list of suggestions: builds it, and knows which one is chosen. Text enters through textContent only.

/** Return `title` as nodes; `marks` are pairs of positions counted in whole characters. */
function markedTitle(title, marks) {
    const characters = Array.from(title);
    const parts = document.createDocumentFragment();
    let last = 0;
    for (const [start, end] of marks) {
        parts.append(characters.slice(last, start).join(""));
        const mark = document.createElement("mark");
        mark.textContent = characters.slice(start, end).join("");
        parts.append(mark);
        last = end;
    }
    parts.append(characters.slice(last).join(""));
    return parts;
}

function element(name, className, text = "") {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
}

function picture(address) {
    const made = element("img", "suggestion__picture");
    Object.assign(made, { src: address, alt: "", width: 56, height: 42 });
    return made;
}

function option(item, id) {
    const link = element("a", "suggestion");
    if (item.image) link.append(picture(item.image));
    const title = element("span", "suggestion__title");
    title.append(markedTitle(item.title, item.marks));
    Object.assign(title, { lang: item.lang ?? "", dir: item.dir ?? "auto" });
    link.append(title);
    // It comes where it says why: found by another name, or an institution, which has many.
    if (item.summary) {
        const summary = element("span", "suggestion__summary", item.summary);
        Object.assign(summary, { lang: title.lang, dir: title.dir });
        link.append(summary);
    }
    if (item.date) link.append(element("span", "suggestion__date", item.date));
    link.id = id;
    link.href = item.url;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    return link;
}

export class Suggestions {
    /** `list` is the empty listbox, `field` the combobox that controls it. */
    constructor(list, field) {
        this.list = list;
        this.field = field;
        this.options = [];
        this.chosen = -1;
    }

    show(groups) {
        this.clear();
        for (const [number, group] of groups.entries()) {
            this.list.append(this.#group(group, number));
        }
        const any = this.options.length > 0;
        this.list.hidden = !any;
        this.field.setAttribute("aria-expanded", String(any));
    }

    clear() {
        this.list.replaceChildren();
        this.list.hidden = true;
        this.options = [];
        this.field.setAttribute("aria-expanded", "false");
        this.choose(-1);
    }

    /** Choose the option with this number; -1 chooses none. */
    choose(number) {
        this.current?.setAttribute("aria-selected", "false");
        this.chosen = number;
        if (!this.current) {
            this.field.removeAttribute("aria-activedescendant");
            return;
        }
        this.current.setAttribute("aria-selected", "true");
        this.field.setAttribute("aria-activedescendant", this.current.id);
        this.current.scrollIntoView({ block: "nearest" });
    }

    /** Go `step` options on; past either end lies the field itself, then the other end. */
    move(step) {
        const places = this.options.length + 1;
        this.choose(((this.chosen + 1 + step + places) % places) - 1);
    }

    get current() {
        return this.options[this.chosen];
    }

    #group({ label, items }, number) {
        const group = element("div", "suggestions__group");
        const heading = element("div", "suggestions__label", label);
        heading.id = `${this.list.id}-group-${number}`;
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", heading.id);
        group.append(heading);
        for (const item of items) {
            const row = option(item, `${this.list.id}-${this.options.length}`);
            this.options.push(row);
            group.append(row);
        }
        return group;
    }
}
