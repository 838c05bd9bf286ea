// The place beside each segment of wagtail-localize's editor, for whoever has something to put there.
//
//     import { beside } from "./beside.js";
//     beside("machine", ({ segment, item, place }) => place.append(…), 30);
//
// `fill` is called for every segment that is shown, and again whenever the editor draws one anew (it does so when
// the list is filtered). It gets the segment's facts as wagtail-localize knows them (`segment.id`, `.source`,
// `.contentPath`, `.editUrl`), the editor's item for it, and an empty place of its own. Empty places are not seen.
// Parts stand in the order of their numbers: 10 changes and offers, 30 a machine's words, 50 comments.
// `take(item, text)` of segments.js puts a translation into the segment's field.
//
// Two events bubble up from the item to `document`, their `detail` being { segment, item }:
//     translating:segment   the segment is the one being worked on now
//     translating:saved     the server has its translation (detail.words too)

import { itemOf, segmentOf } from "./segments.js";

export const root = document.querySelector(".js-translation-editor");
export const segments = JSON.parse(root.dataset.props).segments.filter((segment) => segment.type === "string");
const parts = [];
let current = null;

/** Put something beside every segment: `fill` is called with { segment, item, place }. */
export function beside(name, fill, order = 50) {
    parts.push({ name, fill, order });
    parts.sort((one, other) => one.order - other.order);
    show();
}

/** Return the segment that is being worked on; null before there is one. */
export function worked() {
    return current;
}

/** Call `fill` anew for what is put beside the segments under this name. */
export function refresh(name) {
    root.querySelectorAll(`.translating > [data-part="${name}"]`).forEach((place) => place.remove());
    show();
}

function show() {
    for (const segment of segments) {
        const item = itemOf(segment, root, segments);
        if (item) fillIn(segment, item);
    }
}

function fillIn(segment, item) {
    if (segment === current) item.dataset.workedOn = "";
    const box = item.querySelector(":scope > .translating") ?? made(item);
    for (const { name, fill, order } of parts) {
        if (box.querySelector(`:scope > [data-part="${name}"]`)) continue;
        const place = document.createElement("div");
        place.className = "translating__place";
        Object.assign(place.dataset, { part: name, order });
        const next = [...box.children].find((one) => Number(one.dataset.order) > order);
        box.insertBefore(place, next ?? null);
        fill({ segment, item, place });
    }
}

function made(item) {
    const box = document.createElement("div");
    box.className = "translating";
    item.append(box);
    return box;
}

function tell(element) {
    const item = element.closest(".translating")?.parentElement ?? element;
    const segment = segmentOf(item, root, segments);
    if (!segment || segment === current) return;
    current = segment;
    root.querySelectorAll("[data-worked-on]").forEach((one) => delete one.dataset.workedOn);
    const whole = itemOf(segment, root, segments);
    whole.dataset.workedOn = "";
    whole.dispatchEvent(new CustomEvent("translating:segment", { bubbles: true, detail: { segment, item: whole } }));
}

root.addEventListener("focusin", ({ target }) => tell(target));
root.addEventListener("click", ({ target }) => tell(target));
// The editor draws its segments anew whenever one is opened, saved or filtered.
new MutationObserver(show).observe(root, { childList: true, subtree: true });
