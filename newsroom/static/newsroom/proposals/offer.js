// A proposal under a field: its words and a button that takes them.

import { fill } from "./asking.js";

/** Offers proposals for one empty field. */
export class Offer {
  constructor(field, label) {
    const template = document.querySelector("template[data-page-proposal]");
    this.field = field;
    this.element = template.content.cloneNode(true).firstElementChild;
    this.element.hidden = true;
    this.element.querySelector("[data-label]").textContent = label;
    this.element.querySelector("[data-take]").addEventListener("click", () => this.take());
    (field.closest("[data-field]") ?? field).append(this.element);
    field.addEventListener("input", () => this.show(this.words));
  }

  get words() {
    return this.element.querySelector("[data-text]").textContent;
  }

  get isWanted() {
    return !this.field.value.trim();
  }

  show(words) {
    this.element.querySelector("[data-text]").textContent = words;
    this.element.hidden = !words || !this.isWanted;
  }

  take() {
    fill(this.field, this.words);
    this.field.focus();
  }
}

/** Return a word that the page's own language puts before proposals of this kind. */
export function labelOf(kind) {
  return document.querySelector("template[data-page-proposal-labels]").dataset[kind];
}
