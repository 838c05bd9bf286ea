// The keys of the translation editor; aria-keyshortcuts and the line above the editor say them.
//
// Alt+1 … Alt+9 press the buttons beside the segment that is being worked on which have `data-take`, in the order in
// which they stand there, whoever put them there. A key is known by its place on the keyboard: with Alt, some systems
// type another character.

import { root, segments, worked } from "./beside.js";
import { itemOf } from "./segments.js";

const MOST = 9;

/** Call `action` when this key is pressed together with Alt alone. */
export function withAlt(code, action) {
    document.addEventListener("keydown", (event) => {
        const isAlone = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (!isAlone || event.isComposing || event.code !== code) return;
        if (action() !== false) event.preventDefault();
    });
}

function choices(box) {
    return [...box.querySelectorAll("[data-take]")].slice(0, MOST);
}

function number() {
    for (const box of root.querySelectorAll(".translating")) {
        for (const [index, button] of choices(box).entries()) {
            if (button.dataset.take === String(index + 1)) continue;
            button.dataset.take = index + 1;
            button.setAttribute("aria-keyshortcuts", `Alt+${index + 1}`);
        }
    }
}

function press(index) {
    const segment = worked();
    const box = segment && itemOf(segment, root, segments)?.querySelector(":scope > .translating");
    const button = box && choices(box)[index];
    if (!button) return false;
    button.click();
    return true;
}

for (let index = 0; index < MOST; index += 1) withAlt(`Digit${index + 1}`, () => press(index));
number();
new MutationObserver(number).observe(root, { childList: true, subtree: true });
