// Shows beside each segment what the translation memory filled in and what a machine proposes, and takes decisions.
//
// Accepting is saving: the words go into the segment's field and the editor's own “Save” is pressed, so that nothing
// a colleague wrote meanwhile is covered. The server knows its own proposal when it comes back.

import { beside, refresh, root, segments } from "./beside.js";
import { button, make, written } from "./making.js";
import { buttonsOf, fieldOf, itemOf, take } from "./segments.js";

const PART = "machine";
const PAUSE = 4000;
const { addresses, target, texts } = JSON.parse(document.getElementById("translating-machine").textContent);
const notice = make("div", "nice-padding");
const lines = make("div", "translating-machine__notice");
let known = {};

async function begin() {
    notice.hidden = true;
    lines.setAttribute("role", "status");
    notice.append(lines);
    root.before(notice);
    if (!(await look())) return;
    beside(PART, ({ segment, item, place }) => fill(known.segments[segment.id] ?? {}, segment, item, place), 30);
    document.addEventListener("translating:saved", ({ detail }) => again(detail.segment));
    watch();
}

async function look() {
    const answer = await fetch(addresses.known, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return false;
    known = await answer.json();
    tell();
    return true;
}

// While the machine is at work its proposals come one batch after the other.
function watch() {
    if (!known.job?.active) return;
    setTimeout(async () => {
        const before = Object.keys(known.segments).length;
        const isKnown = await look();
        if (isKnown && before !== Object.keys(known.segments).length) refresh(PART);
        if (isKnown) watch();
    }, PAUSE);
}

async function again(segment) {
    if (!(segment.id in known.segments)) return;
    const wasHere = itemOf(segment, root, segments)?.contains(document.activeElement) || lostFocus();
    await look();
    refresh(PART);
    if (wasHere) next(segment);
}

function lostFocus() {
    return !document.activeElement || document.activeElement === document.body;
}

/** Lead to the next segment that waits for a decision, so that the keyboard needs no way there. */
function next(segment) {
    const waiting = segments.slice(segments.indexOf(segment) + 1).map((one) => itemOf(one, root, segments));
    const choice = waiting.map((item) => item?.querySelector(`[data-part="${PART}"] button`)).find(Boolean);
    choice?.focus();
}

function tell() {
    const all = Object.values(known.segments);
    const open = all.filter(({ proposal }) => proposal?.state === "open").length;
    const filled = all.filter((one) => one.filled).length;
    const news = [];
    if (known.job?.active) news.push(make("p", "", said(texts.working, known.job)));
    if (known.job?.trouble) news.push(make("p", "translating-machine__reason", known.job.trouble));
    if (open) news.push(reading(said(texts.waiting, { count: open })));
    if (filled) news.push(make("p", "", said(texts.marked, { count: filled })));
    lines.replaceChildren(...news);
    notice.hidden = news.length === 0;
}

function reading(text) {
    const line = make("p", "", `${text} `);
    const link = make("a", "", texts.read);
    link.href = addresses.read;
    line.append(link);
    return line;
}

function fill({ filled, proposal }, segment, item, place) {
    if (filled) place.append(mark(filled, segment));
    if (proposal) place.append(proposed(proposal, segment, item));
}

function mark({ from }, segment) {
    const part = titled(texts.filled);
    if (from) part.append(make("p", "translating__from", from));
    part.append(choices([texts.confirm, () => post(addresses.confirm, segment)]));
    return part;
}

function proposed({ state, text, service, reason }, segment, item) {
    const decide = (decision) => post(addresses.decide, segment, { decision });
    if (state === "refused") {
        const part = titled(texts.refused);
        part.append(make("p", "translating-machine__reason", reason));
        return part;
    }
    if (state === "rejected") {
        const part = titled(texts.rejected);
        part.append(choices([texts.reopen, () => decide("reopen")]));
        return part;
    }
    const part = titled(said(texts.proposal, { service }));
    part.append(written(make("p", "translating-machine__text", text), target));
    part.append(
        choices(
            [texts.accept, () => accept(item, text)],
            [texts.edit, () => take(item, text), { hasKey: true }],
            [texts.reject, () => decide("reject")],
        ),
    );
    return part;
}

async function accept(item, text) {
    await take(item, text);
    await new Promise(requestAnimationFrame); // the editor has taken the words for typed
    if (fieldOf(item)) buttonsOf(item).at(-1)?.click();
}

async function post(address, segment, facts = {}) {
    const body = new URLSearchParams(facts);
    const headers = { "X-CSRFToken": window.wagtailConfig.CSRF_TOKEN, "X-Requested-With": "XMLHttpRequest" };
    const to = address.replace(/0\/$/, `${segment.id}/`);
    const answer = await fetch(to, { method: "POST", body, headers }).catch(() => null);
    if (answer?.ok && !answer.redirected) return again(segment);
    await look();
    lines.append(make("p", "translating-machine__reason", texts.failed));
    notice.hidden = false;
}

function titled(title) {
    const part = make("section", "translating__part translating-machine");
    part.append(make("h4", "translating__title", title));
    return part;
}

function choices(...pairs) {
    const row = make("div", "translating-machine__choices");
    for (const [text, action, { hasKey } = {}] of pairs) {
        const one = button(text, action);
        if (hasKey) one.dataset.take = "";
        row.append(one);
    }
    return row;
}

/** Return a sentence with its facts in place: `%(name)s`. */
function said(sentence, facts) {
    return sentence.replace(/%\((\w+)\)s/g, (_whole, name) => facts[name]);
}

begin();
