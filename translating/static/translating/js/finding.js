// Finds the words of a segment in a rendered page, whatever white space and mark-up stand between them.

const UNSEEN = "script, style, noscript, template, [hidden]";
const NAMED = "[alt], [title], [aria-label], [placeholder]";
const NAMES = ["alt", "title", "aria-label", "placeholder"];
const SPACE = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Return the words of a segment without its mark-up, which wagtail-localize keeps as HTML. */
export function wordsOf(html) {
    return new DOMParser().parseFromString(html, "text/html").body.textContent;
}

/**
 * Return where the words stand: a Range, or the element that is named so (a picture by its alternative text), or
 * null. Of several equal ones, the `nth` of those that fit best is meant.
 */
export function find(page, words, nth = 0) {
    const wanted = compact(words);
    if (!wanted) return null;
    const ranges = rangesOf(page, wanted);
    const best = Math.max(...ranges.map((range) => fit(range, wanted)));
    const fitting = ranges.filter((range) => fit(range, wanted) === best);
    return fitting[Math.min(nth, fitting.length - 1)] ?? named(page, wanted);
}

function compact(text) {
    return [...text].filter((sign) => !SPACE.test(sign)).join("");
}

function rangesOf(page, wanted) {
    const { text, places } = read(page);
    const found = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        const [first, last] = [places[at], places[at + wanted.length - 1]];
        const range = page.createRange();
        range.setStart(first.node, first.offset);
        range.setEnd(last.node, last.offset + 1);
        found.push(range);
    }
    return found;
}

// The text of the page without white space, and for each sign of it where it stands.
function read(page) {
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    const signs = [];
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest(UNSEEN)) continue;
        for (let offset = 0; offset < node.data.length; offset += 1) {
            if (SPACE.test(node.data[offset])) continue;
            signs.push(node.data[offset]);
            places.push({ node, offset });
        }
    }
    return { text: signs.join(""), places };
}

// What is the whole of its element is rather meant than what is part of a longer text; the page's own text rather
// than its navigation; a headline rather than a link to the page.
function fit(range, wanted) {
    const holder = range.commonAncestorContainer;
    const element = holder.nodeType === Node.ELEMENT_NODE ? holder : holder.parentElement;
    const isWhole = compact(element.textContent) === wanted;
    const isOwn = Boolean(element.closest("main"));
    const isSeen = element.checkVisibility?.() ?? true;
    const isHeadline = Boolean(element.closest("h1"));
    return 8 * isSeen + 4 * isOwn + 2 * isWhole + isHeadline;
}

function named(page, wanted) {
    const isNamed = (element) => NAMES.some((name) => compact(element.getAttribute(name) ?? "") === wanted);
    return [...page.body.querySelectorAll(NAMED)].find(isNamed) ?? null;
}
