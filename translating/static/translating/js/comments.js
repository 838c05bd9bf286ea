// A thread of comments beside each segment. What is typed stays in this browser until the server has it.

import { beside, root, segments } from "./beside.js";
import { keepDraft } from "./drafts.js";
import { button, make } from "./making.js";

const { address, settle, account, texts } = JSON.parse(document.getElementById("translating-comments").textContent);
const threads = new Map(); // segment id → thread
const places = new Map(); // segment id → what draws its thread anew
const unfolded = new Map(); // segment id → whether the thread is open to read
let lost = null; // where comments stand whose segment is gone

async function begin() {
    const answer = await ask(address).catch(() => null);
    if (!answer?.ok) return;
    take((await answer.json()).threads);
    beside("comments", ({ segment, place }) => {
        places.set(segment.id, () => draw(place, segment.id));
        draw(place, segment.id);
    });
    document.addEventListener("visibilitychange", look);
}

// What others wrote meanwhile is seen on coming back.
async function look() {
    if (document.hidden) return;
    const answer = await ask(address).catch(() => null);
    if (answer?.ok) take((await answer.json()).threads);
}

function ask(where, body) {
    const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
    if (body) headers["X-CSRFToken"] = window.wagtailConfig.CSRF_TOKEN;
    return fetch(where, { method: body ? "POST" : "GET", body, headers, credentials: "same-origin" });
}

// Only what has changed is drawn anew: somebody may be typing beside another segment.
function take(all) {
    for (const thread of all.filter((one) => one.segment !== null)) {
        const before = threads.get(thread.segment);
        threads.set(thread.segment, thread);
        if (JSON.stringify(before) !== JSON.stringify(thread)) places.get(thread.segment)?.();
    }
    drawLost(all.filter((one) => one.segment === null));
}

function draw(place, id) {
    const thread = threads.get(id);
    if (!thread) return;
    const isUnfolded = unfolded.get(id) ?? thread.open;
    const opener = button(heading(thread), () => {
        unfolded.set(id, !isUnfolded);
        draw(place, id);
        place.querySelector(isUnfolded ? "button" : "textarea")?.focus();
    });
    opener.classList.add("translating__opener");
    opener.setAttribute("aria-expanded", isUnfolded);
    const isTyping = place.contains(document.activeElement) && document.activeElement.matches("textarea");
    place.replaceChildren(opener);
    place.dataset.open = thread.open;
    if (isUnfolded) place.append(...unfold(thread));
    if (isTyping) place.querySelector("textarea")?.focus();
}

function heading({ comments, open }) {
    if (comments.length === 0) return texts.comment;
    return `${texts.comments} (${comments.length})${open ? "" : ` · ${texts.settled}`}`;
}

function unfold(thread) {
    const list = make("ol", "translating__comments");
    for (const one of thread.comments) {
        const row = make("li");
        if (one.settled) row.dataset.settled = "";
        row.append(make("p", "translating__from", [one.author, one.at].filter(Boolean).join(" · ")));
        const said = make("p", "translating__said", one.text);
        said.dir = "auto"; // in whichever language it is written
        row.append(said);
        list.append(row);
    }
    return thread.comments.length ? [list, form(thread)] : [form(thread)];
}

function form(thread) {
    const box = make("form", "translating__form");
    const field = make("textarea");
    Object.assign(field, { rows: 2, maxLength: 5000, dir: "auto" });
    field.setAttribute("aria-label", texts.write);
    field.placeholder = texts.write;
    const draft = keepDraft(field, `${account}:${address}:${thread.context}:${thread.string}`);
    const note = make("p", "translating__trouble");
    note.setAttribute("role", "alert");
    const send = button(texts.send, () => box.requestSubmit(), "");
    const row = make("div", "translating__row");
    row.append(send);
    if (thread.comments.length) row.append(settling(thread, note));
    box.append(field, note, row);
    box.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (!field.value.trim()) return field.focus();
        const body = new FormData();
        body.set("context", thread.context);
        body.set("string", thread.string);
        body.set("text", field.value);
        send.disabled = true;
        if (await post(address, body, note, () => draft.forget())) return;
        send.disabled = false;
    });
    field.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) box.requestSubmit();
    });
    return box;
}

function settling(thread, note) {
    return button(thread.open ? texts.settle : texts.reopen, () => {
        const body = new FormData();
        for (const one of thread.comments) body.append("comments", one.id);
        if (!thread.open) body.set("open", "1");
        if (thread.open) unfolded.delete(thread.segment);
        post(settle, body, note);
    });
}

// What could not be sent stays in its field and in this browser.
async function post(where, body, note, done = () => {}) {
    const answer = await ask(where, body).catch(() => null);
    const facts = answer?.ok && !answer.redirected ? await answer.json().catch(() => null) : null;
    if (!facts) {
        const errors = answer?.status === 422 ? (await answer.json()).errors : {};
        note.textContent = errors.text?.[0].message ?? texts.failed;
        return false;
    }
    done();
    take(facts.threads);
    return true;
}

function drawLost(found) {
    if (!lost && found.length === 0) return;
    lost ??= root.parentElement.insertBefore(make("section", "translating-lost"), root);
    lost.replaceChildren();
    if (found.length === 0) return;
    lost.append(make("h2", "translating__title", texts.lost));
    for (const thread of found) lost.append(make("p", "translating__source", thread.original), ...unfold(thread));
}

if (segments.length) begin();
