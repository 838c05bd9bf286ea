// Follows Wagtail's autosave: what it saved, why it failed; holds it back while the form is being sent.

import { print, read } from "./words.js";

const PATIENCE = 15_000;

/** Follow the autosave of `form`: `saved(print)` and `failed(type)` are called. */
export function follow(form, { saved, failed }) {
    let isHeld = false;
    let pending = null;
    let sent;

    function onSave(event) {
        if (event.target !== form) return;
        if (isHeld) {
            event.preventDefault();
            event.stopPropagation();
        } else {
            pending = event;
            sent = print(read(event.detail.formData));
        }
    }

    window.addEventListener("w-autosave:save", onSave, true);
    form.addEventListener("w-autosave:success", (event) => {
        pending = null;
        adopt(form, event.detail.data);
        saved(sent);
    });
    form.addEventListener("w-autosave:error", (event) => {
        pending = null;
        failed(event.detail.type);
    });

    return {
        /** Let no more autosave begin, and wait for the one on its way; false when that takes too long.
         *
         * Two must not save one form at once: the second would be taken for somebody else's. */
        async hold() {
            isHeld = true;
            pending?.preventDefault(); // Wagtail looks at this half a second later, just before it sends
            const isTooLate = new Promise((resolve) => setTimeout(resolve, PATIENCE, false));
            return Promise.race([underWay(form).then(() => true), isTooLate]);
        },
        release() {
            isHeld = false;
        },
        /** Save now. */
        retry() {
            const detail = { type: "edits" };
            form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail }));
        },
    };
}

// The sign in the page's header is driven by a controller of this name too, and never saves.
async function underWay(form) {
    const controller = window.wagtail?.app?.getControllerForElementAndIdentifier(form, "w-autosave");
    while (controller?.submitPromise) await controller.submitPromise;
}

// The form is now made from the version it has just saved itself: Wagtail leaves these two as they were.
function adopt(form, answer) {
    if (!answer?.revision_id) return;
    set(form, "loaded_revision_id", answer.revision_id);
    set(form, "loaded_revision_created_at", answer.revision_created_at);
}

/** Put a value into all hidden fields of this name; one is made when there is none. */
export function set(form, name, value) {
    const fields = form.querySelectorAll(`input[name="${name}"]`);
    if (fields.length === 0) {
        const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
        form.prepend(field);
    }
    for (const field of fields) field.value = value;
}

/** Return the version that the form is made from. */
export function revisionOf(form) {
    const values = ["loaded_revision_id", "loaded_revision_created_at"].map(
        (name) => form.querySelector(`input[name="${name}"]`)?.value ?? "",
    );
    return values[0] ? { id: values[0], at: values[1] } : null;
}
