// The search that covers the screen: a combobox in a native dialog. Without this file the same form is a plain GET.

import { countOpened } from "./opened-results.js";
import { SearchStart } from "./search-start.js";
import { SuggestionSource } from "./suggestion-source.js";
import { Suggestions } from "./suggestions.js";

/** An input method is composing: the key belongs to it, not to the page. */
const isComposing = (event) => event.isComposing || event.keyCode === 229;

const isWritten = (target) => target instanceof HTMLElement && target.isContentEditable;
const isTyping = (target) =>
    isWritten(target) || (target instanceof HTMLElement && target.matches("input, textarea, select"));

/** Words of any script in a sentence of another: neither turns the other round. */
const isolated = (words) => `\u2068${words}\u2069`;

class SearchOverlay {
    constructor(dialog) {
        this.dialog = dialog;
        this.field = dialog.querySelector("[data-search-field]");
        this.status = dialog.querySelector("[data-search-status]");
        this.all = dialog.querySelector("[data-search-all]");
        this.words = dialog.dataset;
        this.suggestions = new Suggestions(dialog.querySelector("[data-search-list]"), this.field);
        this.start = new SearchStart(dialog.querySelector("[data-search-start]"), this.field);
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

    /** Ask for what is typed; while nothing is, offer places to start. */
    ask() {
        const words = this.typed;
        this.#linkAll(words);
        // What was chosen among the answers to other words is not what Enter should open.
        this.suggestions.choose(-1);
        if (words) {
            this.start.hide();
            this.source.ask(words);
            return;
        }
        this.source.forget();
        this.suggestions.clear();
        this.start.show();
        this.status.textContent = "";
    }

    get typed() {
        return this.field.value.trim();
    }

    #linkAll(words) {
        const link = this.all.querySelector("a");
        link.href = `${this.field.form.action}?${new URLSearchParams({ q: words })}`;
        link.textContent = this.words.wordsAll.replace("{words}", () => isolated(words));
        this.all.hidden = words === "";
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
        countOpened(this.suggestions.list, "a", this.words.openedUrl, () => this.typed);
    }

    #key(event) {
        if (isComposing(event)) return;
        if (event.key === "Escape") {
            // A search field would only empty itself.
            event.preventDefault();
            this.close();
            return;
        }
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const last = this.suggestions.options.length - 1;
        const steps = {
            ArrowDown: () => this.#move(1),
            ArrowUp: () => this.#move(-1),
            Home: () => this.suggestions.choose(0),
            End: () => this.suggestions.choose(last),
            Enter: () => this.suggestions.current?.click(),
        };
        const step = steps[event.key];
        const isArrow = event.key.startsWith("Arrow");
        if (!step || !(isArrow || this.suggestions.current)) return;
        event.preventDefault();
        step();
    }

    #move(step) {
        if (this.suggestions.options.length) this.suggestions.move(step);
        else if (!this.start.panel.hidden) this.start.enter(step);
    }

    /** Nothing typed: nothing to look for yet. */
    #submit(event) {
        if (!this.typed) event.preventDefault();
    }

    #show({ groups, is_partial: isPartial }) {
        this.suggestions.show(groups);
        const number = this.suggestions.options.length;
        const { wordsNone, wordsOne, wordsMany, wordsPartial } = this.words;
        const counted = number === 1 ? wordsOne : wordsMany.replace("{n}", String(number));
        this.status.textContent = isPartial ? wordsPartial : number ? counted : wordsNone;
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
    if (isComposing(event) || event.altKey || isWritten(event.target)) return;
    const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    const active = document.activeElement;
    overlay.open(active instanceof HTMLElement && active !== document.body ? active : opener);
});
