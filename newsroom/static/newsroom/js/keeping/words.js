// What of a form are words: read it, compare it, show it.

const NOT_WORDS = new Set([
    "csrfmiddlewaretoken",
    "keeping",
    "keeping_version",
    "loaded_revision_id",
    "loaded_revision_created_at",
    "next",
    "overwrite_revision_id",
]);
const BOOKKEEPING = /(^|-)(id|INITIAL_FORMS|TOTAL_FORMS|count|order|ORDER|type|deleted|DELETE)$|^slug$|^action-/;

const GIVEN_BY_SAVING = /^comments-|(^|-)(id|INITIAL_FORMS)$|^slug$/;

/** Return the [name, value] pairs of a form or its data, without files and what only this copy of it needs. */
export function read(source) {
    const data = source instanceof HTMLFormElement ? new FormData(source) : source;
    return [...data].filter(([name, value]) => typeof value === "string" && !NOT_WORDS.has(name));
}

/** Return a text that is the same for the same words: without what a save changes by itself. */
export function print(words) {
    return JSON.stringify(words.filter(([name]) => !GIVEN_BY_SAVING.test(name)));
}

/** Whether a visible field holds something else than the server sent: typed before the scripts were there. */
export function isTypedInto(form) {
    return [...form.elements].some((field) => {
        if (field.type === "hidden" || field.disabled || !field.name) return false;
        if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
        const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
        return isText && field.type !== "file" && field.value !== field.defaultValue;
    });
}

/** Return {label, text} of each thing written in `kept` that is not in `saved`. */
export function differences(kept, saved, form) {
    const there = new Set(saved.map(([name, value]) => `${name} ${readable(value)}`));
    return kept
        .filter(([name]) => !BOOKKEEPING.test(name))
        .map(([name, value]) => ({ name, text: readable(value) }))
        .filter(({ name, text }) => !there.has(`${name} ${text}`) && !(text === "" && !has(saved, name)))
        .map(({ name, text }) => ({ label: labelOf(name, form), text }));
}

function has(words, name) {
    return words.some(([other]) => other === name);
}

// Rich text is sent as JSON whose blocks carry keys that change with every loading.
function readable(value) {
    if (!value.startsWith("{")) return value.replaceAll("\r\n", "\n");
    try {
        const blocks = JSON.parse(value).blocks ?? [];
        return blocks.map((block) => block.text).join("\n");
    } catch {
        return value;
    }
}

function labelOf(name, form) {
    const field = form?.elements.namedItem(name);
    const label = field?.labels?.[0] ?? form?.querySelector(`label[for="id_${CSS.escape(name.split("-")[0])}"]`);
    const section = form?.querySelector(`#panel-child-content-${CSS.escape(name.split("-")[0])}-heading`);
    return (label ?? section)?.innerText.replace("*", "").trim() || name;
}
