// What the overlay offers before anything is typed: recent searches and places to start.

import { RecentList } from "./recent-list.js";

export class SearchStart {
    /** `panel` holds plain links; arrows lead through them and back to `field`. */
    constructor(panel, field) {
        this.panel = panel;
        this.field = field;
        this.recent = new RecentList(panel.querySelector("[data-recent]"), field);
        panel.addEventListener("keydown", (event) => this.#key(event));
    }

    show() {
        this.recent.show();
        this.panel.hidden = false;
    }

    hide() {
        this.panel.hidden = true;
    }

    /** Go from the field to the first link (step 1) or the last one (step -1). */
    enter(step) {
        this.#links.at(step > 0 ? 0 : -1)?.focus();
    }

    get #links() {
        return Array.from(this.panel.querySelectorAll("a")).filter((link) => link.checkVisibility());
    }

    #key(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        const links = this.#links;
        const row = event.target.closest("li")?.querySelector("a");
        (links[links.indexOf(row) + step] ?? this.field).focus();
    }
}
