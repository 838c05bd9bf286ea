// The search that covers the screen: a combobox in a native dialog. Without this file the same form is a plain GET.

import { SuggestionSource } from "./suggestion-source.js";
import { Suggestions } from "./suggestions.js";

/** An input method is composing: the key belongs to it, not to the page. */
const isComposing = (event) => event.isComposing || event.keyCode === 229;

const isTyping = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

class SearchOverlay {
    constructor(dialog) {
        this.dialog = dialog;
        this.field = dialog.querySelector("[data-search-field]");
        this.status = dialog.querySelector("[data-search-status]");
        this.words = dialog.dataset;
        this.suggestions = new Suggestions(dialog.querySelector("[data-search-list]"), this.field);
        this.source = new SuggestionSource(this.words.suggestUrl, {
            onAnswer: (answer) => this.#show(answer),
            onFailure: () => this.#fail(),
        });
        this.#listen();
    }

    open(opener) {
        if (this.dialog.open) return;
        this.opener = opener;
        this.dialog.showModal();
        this.field.focus();
        this.field.select();
        this.ask();
    }

    close() {
        this.dialog.close();
    }

    ask() {
        const words = this.field.value.trim();
        if (words) {
            this.source.ask(words);
            return;
        }
        this.source.forget();
        this.suggestions.clear();
        this.status.textContent = "";
    }

    #listen() {
        this.field.addEventListener("input", (event) => {
            if (!event.isComposing) this.ask();
        });
        this.field.addEventListener("compositionend", () => this.ask());
        this.field.addEventListener("keydown", (event) => this.#key(event));
        this.field.form.addEventListener("submit", (event) => this.#submit(event));
        this.dialog.querySelector("[data-search-close]").addEventListener("click", () => this.close());
        this.dialog.addEventListener("close", () => this.#closed());
    }

    #key(event) {
        if (isComposing(event)) return;
        if (event.key === "Escape") {
            // A search field would only empty itself.
            event.preventDefault();
            this.close();
            return;
        }
        const last = this.suggestions.options.length - 1;
        const steps = {
            ArrowDown: () => this.suggestions.move(1),
            ArrowUp: () => this.suggestions.move(-1),
            Home: () => this.suggestions.choose(0),
            End: () => this.suggestions.choose(last),
            Enter: () => this.suggestions.current?.click(),
        };
        const step = steps[event.key];
        const concernsList = event.key.startsWith("Arrow") || this.suggestions.current !== undefined;
        if (!step || last < 0 || !concernsList || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        step();
    }

    /** Nothing typed: nothing to look for yet. */
    #submit(event) {
        if (!this.field.value.trim()) event.preventDefault();
    }

    #show({ groups }) {
        this.suggestions.show(groups);
        const number = this.suggestions.options.length;
        const { wordsNone, wordsOne, wordsMany } = this.words;
        const counted = number === 1 ? wordsOne : wordsMany.replace("{n}", String(number));
        this.status.textContent = number ? counted : wordsNone;
    }

    #fail() {
        this.suggestions.clear();
        this.status.textContent = this.words.wordsFailed;
    }

    #closed() {
        this.source.forget();
        this.opener?.focus();
    }
}

const overlay = new SearchOverlay(document.querySelector("[data-search-dialog]"));
const opener = document.querySelector("[data-search-open]");

for (const link of document.querySelectorAll("[data-search-open]")) {
    link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        overlay.open(link);
    });
}

document.addEventListener("keydown", (event) => {
    if (isComposing(event) || event.altKey || isTyping(event.target)) return;
    const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey;
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    const active = document.activeElement;
    overlay.open(active instanceof HTMLElement && active !== document.body ? active : opener);
});
