// The recent searches as a list of links, each with a button that removes it.

import { recentSearches } from "./recent-searches.js";

export class RecentList {
    /** `section` is hidden while there is nothing to show; `field` gets the focus when the last row goes. */
    constructor(section, field, { except = "" } = {}) {
        this.section = section;
        this.field = field;
        this.except = except;
        this.list = section.querySelector("[data-recent-list]");
        this.model = section.querySelector("[data-recent-row]").content.firstElementChild;
        section.querySelector("[data-recent-clear]").addEventListener("click", () => this.#clear());
        this.list.addEventListener("keydown", (event) => this.#key(event));
    }

    show() {
        const searches = recentSearches.all.filter((words) => words !== this.except);
        this.list.replaceChildren(...searches.map((words) => this.#row(words)));
        this.section.hidden = searches.length === 0;
    }

    #row(words) {
        const row = this.model.cloneNode(true);
        const link = row.querySelector("a");
        link.textContent = words;
        link.dir = "auto";
        link.href = `${this.section.dataset.address}?${new URLSearchParams({ q: words })}`;
        const button = row.querySelector("button");
        button.setAttribute("aria-label", this.section.dataset.wordsRemove.replace("{words}", () => words));
        button.addEventListener("click", () => this.#remove(row, "button"));
        return row;
    }

    /** Remove a row; the focus goes to the same place of the row that follows, or of the one before. */
    #remove(row, place) {
        recentSearches.remove(row.querySelector("a").textContent);
        const next = row.nextElementSibling ?? row.previousElementSibling;
        row.remove();
        this.section.hidden = next === null;
        (next?.querySelector(place) ?? this.field).focus();
    }

    #clear() {
        recentSearches.clear();
        this.list.replaceChildren();
        this.section.hidden = true;
        this.field.focus();
    }

    #key(event) {
        if (event.key !== "Delete" || !event.target.matches("a")) return;
        event.preventDefault();
        this.#remove(event.target.closest("li"), "a");
    }
}
