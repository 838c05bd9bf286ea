// Says of each text of the editor in which language it is written: words of Arabic stand right in a Chinese page then,
// are typed from the right, and are read out by their own rules.

import { root, segments } from "./beside.js";
import { written } from "./making.js";
import { fieldOf, itemOf } from "./segments.js";

const { source, target } = JSON.parse(document.getElementById("translating-beside").textContent).languages;

function say() {
    for (const segment of segments) {
        const item = itemOf(segment, root, segments);
        if (!item) continue;
        for (const text of item.querySelectorAll(":scope > p")) written(text, source);
        for (const text of item.querySelectorAll(":scope > div:not(.translating) > p")) written(text, target);
        const field = fieldOf(item);
        if (field) written(field, target);
    }
}

say();
// The editor draws its segments anew whenever one is opened, saved or filtered.
new MutationObserver(say).observe(root, { childList: true, subtree: true });
