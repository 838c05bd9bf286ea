// The original and the translation beside the editor, with the segment that is being worked on marked in both.
//
// Both pages stand in frames of this site in which no script runs; what is marked is marked from here.

import { root, segments, worked } from "./beside.js";
import { find, wordsOf } from "./finding.js";
import { withAlt } from "./keys.js";

const REMEMBERED = "translating.sides";
const PAUSE = 200;
const MARK = { background: "#ffe27a", color: "#1d1d1d", outline: "3px solid #d48a00", outlineOffset: "2px" };
const NEAR = { outline: "3px dashed #d48a00", outlineOffset: "4px" };

const pane = document.querySelector("[data-sides]");
const toggles = document.querySelectorAll("[data-sides-toggle]");
const said = new Map(JSON.parse(root.dataset.props).initialStringTranslations.map((one) => [one.segment_id, one.data]));
const sides = [...pane.querySelectorAll("[data-side]")].map((box) => ({
    box,
    name: box.dataset.side,
    frame: box.querySelector("iframe"),
    note: box.querySelector("[role=status]"),
    undo: [],
}));

function open(isOpen) {
    pane.hidden = !isOpen;
    document.documentElement.classList.toggle("with-sides", isOpen);
    toggles.forEach((toggle) => toggle.setAttribute("aria-expanded", isOpen));
    remember(isOpen);
    if (isOpen) sides.forEach(load);
}

function remember(isOpen) {
    try {
        localStorage.setItem(REMEMBERED, isOpen ? "open" : "closed");
    } catch {
        // A browser that remembers nothing still shows the pages.
    }
}

function remembered() {
    try {
        return localStorage.getItem(REMEMBERED) === "open";
    } catch {
        return false;
    }
}

function load(side) {
    if (!side.frame.src) side.frame.src = side.frame.dataset.src;
    else mark(side);
}

// Links lead nowhere from here: a frame in a sandbox may open no window.
function prepare(side) {
    const page = side.frame.contentDocument;
    if (!page?.body) return;
    const base = page.createElement("base");
    base.target = "_blank";
    page.head.prepend(base);
    side.undo = [];
    mark(side);
}

function mark(side) {
    const page = side.frame.contentDocument;
    const segment = worked();
    // Until the page is there, the frame holds an empty one, of which nothing is to be said.
    if (pane.hidden || !page?.body || page.readyState !== "complete" || page.URL === "about:blank") return;
    side.undo.splice(0).forEach((undo) => undo());
    side.note.textContent = "";
    if (!segment) return;
    const found = locate(side, segment);
    if (found) return show(side, found, MARK);
    const near = nearby(segment).map((one) => locate(side, one)).find(Boolean);
    side.note.textContent = near ? pane.dataset.near : pane.dataset.unseen;
    if (near) show(side, holder(near), NEAR);
}

function locate({ name, frame }, segment) {
    const words = shownWords(name, segment);
    const equal = segments.filter((one) => shownWords(name, one) === words);
    return find(frame.contentDocument, words, equal.indexOf(segment));
}

// What is not translated yet shows the original's words.
function shownWords(name, segment) {
    return wordsOf((name === "translation" && said.get(segment.id)) || segment.source);
}

// Other segments of the same block, the nearest first: `body.<id>` names it.
function nearby(segment) {
    const blockOf = (one) => one.contentPath.split(".").slice(0, 2).join(".");
    if (!segment.contentPath.includes(".")) return [];
    const place = segments.indexOf(segment);
    const block = segments.filter((one) => one !== segment && blockOf(one) === blockOf(segment));
    const distance = (one) => Math.abs(segments.indexOf(one) - place);
    return block.sort((one, other) => distance(one) - distance(other));
}

function holder(found) {
    const node = found.commonAncestorContainer ?? found;
    return node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
}

function show(side, found, style) {
    const marked = found.commonAncestorContainer ? wrapped(side, found) : [found];
    for (const element of marked) dress(side, element, style);
    uncover(side, marked[0]);
    const { top } = marked[0].getBoundingClientRect();
    const view = side.frame.contentWindow;
    // Not scrollIntoView: that would scroll the editor too.
    view.scrollTo({ top: view.scrollY + top - view.innerHeight / 3, behavior: "instant" });
}

function dress({ undo }, element, style) {
    const before = element.getAttribute("style");
    Object.assign(element.style, style);
    undo.push(() => (before === null ? element.removeAttribute("style") : element.setAttribute("style", before)));
}

function uncover({ undo }, element) {
    for (let closed = element.closest("details:not([open])"); closed; closed = element.closest("details:not([open])")) {
        const one = closed;
        one.open = true;
        undo.push(() => (one.open = false));
    }
}

// A range may begin and end within texts of different elements: each of its texts is wrapped by itself.
function wrapped({ undo }, range) {
    const page = range.startContainer.ownerDocument;
    return textsOf(range).map(({ node, start, end }) => {
        const part = node.splitText(start);
        part.splitText(end - start);
        const wrap = page.createElement("mark");
        part.replaceWith(wrap);
        wrap.append(part);
        undo.push(() => {
            const { parentNode } = wrap;
            wrap.replaceWith(...wrap.childNodes);
            parentNode?.normalize();
        });
        return wrap;
    });
}

function textsOf(range) {
    const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
    const walker = startContainer.ownerDocument.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
        if (node.nodeType !== Node.TEXT_NODE || !range.intersectsNode(node)) continue;
        const start = node === startContainer ? startOffset : 0;
        const end = node === endContainer ? endOffset : node.data.length;
        if (node.data.slice(start, end).trim()) texts.push({ node, start, end });
    }
    return texts;
}

function reload({ frame }) {
    if (frame.src) frame.contentWindow.location.reload();
}

// On a narrow window one page is seen at a time.
function choose(name) {
    for (const { box, name: own } of sides) box.dataset.chosen = own === name;
    for (const tab of pane.querySelectorAll("[data-sides-choose]")) {
        tab.setAttribute("aria-pressed", tab.dataset.sidesChoose === name);
    }
    pane.dataset.chosen = name;
}

let pause;
const translation = sides.find((side) => side.name === "translation");
sides.forEach((side) => side.frame.addEventListener("load", () => prepare(side)));
toggles.forEach((toggle) => toggle.addEventListener("click", () => open(pane.hidden)));
for (const tab of pane.querySelectorAll("[data-sides-choose]")) {
    tab.addEventListener("click", () => choose(tab.dataset.sidesChoose));
}
withAlt("KeyP", () => open(pane.hidden));
withAlt("KeyO", () => !pane.hidden && choose(pane.dataset.chosen === "original" ? "translation" : "original"));
document.addEventListener("translating:segment", () => sides.forEach(mark));
document.addEventListener("translating:saved", ({ detail }) => {
    said.set(detail.segment.id, detail.words);
    clearTimeout(pause);
    pause = setTimeout(() => reload(translation), PAUSE);
});
root.after(pane);
choose("translation");
open(remembered());
