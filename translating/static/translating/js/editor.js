// Shows beside each segment what was translated before, what has changed, and what the terms are.

import { beside } from "./beside.js";
import { button, make, written } from "./making.js";
import { opened, take, type } from "./segments.js";
import { markTerms } from "./terms.js";

const { address, languages, texts } = JSON.parse(document.getElementById("translating-beside").textContent);

async function begin() {
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) return;
    const known = (await answer.json()).segments;
    beside("offers", ({ segment, item, place }) => fill(known[segment.id] ?? {}, segment, item, place), 10);
}

function fill({ earlier, offers = [], terms = [] }, segment, item, place) {
    if (earlier) place.append(changed(earlier, item));
    for (const offer of offers) place.append(offered(offer, item));
    if (terms.length) place.append(glossary(terms, item));
    markTerms(segment, terms.map(({ term }) => term));
}

function changed({ difference, text }, item) {
    const part = make("section", "translating__part");
    const sentence = written(make("p", "translating__difference"), languages.source);
    for (const [kind, words] of difference) {
        const tag = { gone: "del", new: "ins" }[kind];
        sentence.append(tag ? make(tag, "", words) : words);
    }
    part.append(make("h4", "translating__title", texts.changed), sentence);
    part.append(choice(text, texts.before, item));
    return part;
}

function offered({ likeness, source, text, from }, item) {
    const part = make("section", "translating__part");
    const title = likeness === 100 ? texts.exact : texts.similar.replace("%(likeness)s", likeness);
    part.append(make("h4", "translating__title", title));
    if (source) part.append(written(make("p", "translating__source", source), languages.source));
    part.append(choice(text, from, item));
    return part;
}

function glossary(terms, item) {
    const part = make("section", "translating__part");
    const list = make("ul", "translating__terms");
    for (const { term, approved, forbidden, note } of terms) {
        const row = make("li");
        row.append(written(make("strong", "", term), languages.source), " → ");
        for (const form of approved.slice(0, 1)) row.append(written(takes(form, () => insert(item, form)), languages.target));
        if (forbidden.length) row.append(make("span", "translating__not", `${texts.not} ${forbidden.join(texts.comma)}`));
        if (note) row.append(make("span", "translating__note", note));
        list.append(row);
    }
    part.append(make("h4", "translating__title", texts.terms), list);
    return part;
}

function choice(text, from, item) {
    const row = make("div", "translating__choice");
    row.append(written(make("p", "translating__text", text), languages.target));
    row.append(make("p", "translating__from", from));
    row.append(takes(texts.take, () => take(item, text)));
    return row;
}

async function insert(item, form) {
    const field = await opened(item);
    if (!field) return;
    const [start, end] = [field.selectionStart, field.selectionEnd];
    type(field, field.value.slice(0, start) + form + field.value.slice(end));
    field.setSelectionRange(start + form.length, start + form.length);
}

// Such a button has a key, by its place in the list: Alt+1, Alt+2, …
function takes(text, action) {
    const one = button(text, action);
    one.dataset.take = "";
    return one;
}

begin();
