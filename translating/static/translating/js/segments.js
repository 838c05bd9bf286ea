// wagtail-localize's segments as they stand in the page. They have no name there: a segment is found by its source
// text, and among equal ones by its place.

const ITEMS = "li.complete, li.incomplete, li.errored";
const BESIDE = ".translating"; // what we put beside a segment; it has fields and buttons of its own

/** Return the item of a segment that holds `element`; null when none does, or when it stands beside one. */
export function itemAround(element) {
    return element.closest(BESIDE) ? null : element.closest(ITEMS);
}

/** Return the segment whose item holds `element`; null when there is none. */
export function segmentOf(element, root, segments) {
    const item = itemAround(element);
    if (!item) return null;
    const equal = [...root.querySelectorAll(ITEMS)].filter((one) => sourceOf(one) === sourceOf(item));
    return segments.filter((segment) => segment.source === sourceOf(item))[equal.indexOf(item)] ?? null;
}

/** Return the item that shows `segment`; undefined while the editor does not show it. */
export function itemOf(segment, root, segments) {
    const items = [...root.querySelectorAll(ITEMS)].filter((one) => sourceOf(one) === segment.source);
    return items[segments.filter((one) => one.source === segment.source).indexOf(segment)];
}

/** Return the editor's own buttons of a segment: “Translate” or “Edit”, or “Cancel” and “Save”. */
export function buttonsOf(item) {
    return [...item.querySelectorAll(":scope > ul button")];
}

/** Return the field in which a segment is being translated; null while it is not open. */
export function fieldOf(item) {
    return item.querySelector(":scope > div > textarea");
}

/** Put text into a field so that the editor takes it for typed. */
export function type(field, text) {
    if (!field) return;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
}

/** Open the field of a segment that shows its words, or its emptiness; returns the field, null when it is locked. */
export async function opened(item) {
    if (!fieldOf(item)) {
        buttonsOf(item)[0]?.click();
        await new Promise(requestAnimationFrame);
    }
    return fieldOf(item);
}

/** Put a translation into the field of a segment, in place of what stands there; nothing is saved yet. */
export async function take(item, text) {
    type(await opened(item), text);
}

function sourceOf(item) {
    return item.querySelector("p")?.textContent;
}
