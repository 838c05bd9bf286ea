// The notices above a form: one for trouble, one for words that were not saved. All text comes from the server.

const WHILE = 20_000;

let place;

function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
}

// Both regions exist from the start, empty: screen readers announce what is put into them.
function region(name, role) {
    place ??= makePlace();
    return place.querySelector(`[data-region=${name}]`) ?? place.appendChild(make("div", { "data-region": name, role }));
}

function makePlace() {
    const made = make("section", { class: "keeping", "data-keeping": "" });
    const form = document.querySelector("form[data-edit-form], .js-translation-editor");
    form.before(made);
    return made;
}

/** Make the empty regions, named for those who cannot see them. */
export function prepare(title) {
    region("trouble", "alert");
    region("said", "status");
    region("offers", "status");
    place.setAttribute("aria-label", title);
}

/** Say what is wrong, until something else is said; `actions` are [label, address or function] pairs. */
export function warn(kind, text, actions = []) {
    const box = region("trouble", "alert");
    if (box.dataset.kind === kind && box.dataset.text === text) return;
    Object.assign(box.dataset, { kind, text });
    region("said", "status").replaceChildren();
    box.replaceChildren(make("div", { class: "keeping__box keeping__box--trouble" }, paragraph(text), row(actions)));
}

/** Say that all is well again; nothing is said when nothing was wrong. */
export function settle(text) {
    const box = region("trouble", "alert");
    if (!box.dataset.kind) return;
    delete box.dataset.kind;
    box.replaceChildren();
    const said = make("div", { class: "keeping__box" }, paragraph(text));
    region("said", "status").replaceChildren(said);
    setTimeout(() => said.remove(), WHILE);
}

/** Take away what Wagtail says beside the save button: it stays there after all is well, and says less than we do. */
export function quiet() {
    for (const said of document.querySelectorAll(".footer__save-warning")) {
        said.replaceChildren();
        said.parentElement.classList.add("footer__container--hidden");
    }
}

/** Return the kind of what is wrong now, undefined when nothing is. */
export function trouble() {
    return region("trouble", "alert").dataset.kind;
}

/** Offer words that were not saved; returns a function that takes the offer away. */
export function offer(text, actions, found, texts) {
    const buttons = row(actions);
    const box = make("div", { class: "keeping__box" }, paragraph(text), look(found, texts), buttons);
    region("offers", "status").append(box);
    return () => box.remove();
}

function paragraph(text) {
    return make("p", {}, text);
}

function row(actions) {
    return make("div", { class: "keeping__actions" }, ...actions.map(([label, does]) => action(label, does)));
}

function action(label, does) {
    const style = "button button-small button-secondary";
    if (typeof does === "string") return make("a", { class: style, href: does, target: "_blank" }, label);
    const button = make("button", { class: style, type: "button" }, label);
    button.addEventListener("click", () => does(button));
    return button;
}

function look(found, texts) {
    const list = make("dl", {});
    for (const { label, text } of found) list.append(make("dt", {}, label), make("dd", {}, text));
    const inside = found.length ? list : paragraph(texts.same);
    return make("details", {}, make("summary", {}, texts.look), inside);
}
