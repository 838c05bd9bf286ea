// Marks the terms of the glossary where they stand in the original of a segment. Nothing of the editor's page changes:
// a browser that knows no highlights shows the list of terms alone.

import { root, segments } from "./beside.js";
import { itemOf } from "./segments.js";

const NAME = "translating-term";
const LETTER = /(?!\p{Script=Han})\p{L}/u;

/** Mark the words in the original of a segment, the longest first. */
export function markTerms(segment, words) {
    if (!window.Highlight || !CSS.highlights) return;
    const text = itemOf(segment, root, segments)?.querySelector("p")?.firstChild;
    if (!text?.data) return;
    if (!CSS.highlights.has(NAME)) CSS.highlights.set(NAME, new Highlight());
    for (const [start, end] of placesOf(text.data, words)) CSS.highlights.get(NAME).add(rangeOf(text, start, end));
}

function rangeOf(text, start, end) {
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, end);
    return range;
}

/** Return where the words stand; a word within a longer one is not meant. Full width and case make no difference. */
function placesOf(text, words) {
    const { signs, places } = read(text);
    const taken = new Set();
    const found = [];
    for (const word of words.map((one) => folded(one)).sort((one, other) => other.length - one.length)) {
        for (let at = signs.indexOf(word); word && at >= 0; at = signs.indexOf(word, at + 1)) {
            const isPart = LETTER.test(word[0]) && LETTER.test(signs[at - 1] ?? "");
            const all = Array.from(word, (_sign, index) => at + index);
            if (isPart || all.some((place) => taken.has(place))) continue;
            all.forEach((place) => taken.add(place));
            found.push([places[at], places[at + word.length - 1] + 1]);
        }
    }
    return found;
}

// The text as it is compared, without mark-up, and for each of its signs where that stands.
function read(text) {
    const signs = [];
    const places = [];
    const shown = text.replace(/<[^>]*>/g, (tag) => "\0".repeat(tag.length));
    for (let place = 0; place < shown.length; place += 1) {
        if (shown[place] === "\0") continue;
        for (const sign of folded(shown[place])) {
            signs.push(sign);
            places.push(place);
        }
    }
    return { signs: signs.join(""), places };
}

function folded(text) {
    return text.normalize("NFKC").toLowerCase();
}
