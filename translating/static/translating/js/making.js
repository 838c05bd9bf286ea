// Elements, made in one line each. Text enters the page as text.

/** Return an element with a class and text, if given. */
export function make(tag, name, text) {
    const one = document.createElement(tag);
    if (name) one.className = name;
    if (text !== undefined) one.textContent = text;
    return one;
}

/** Return a small button that does something. */
export function button(text, action, name = "button-secondary") {
    const one = make("button", `button button-small ${name} translating__button`, text);
    one.type = "button";
    one.addEventListener("click", action);
    return one;
}

/** Say in which language, and so in which direction, the text of an element is written. */
export function written(element, { lang, dir }) {
    element.lang = lang;
    element.dir = dir;
    return element;
}
