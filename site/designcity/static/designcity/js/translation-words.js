// The editor of translations: what wagtail-localize's script says in English only, said in the editor's language.

const HEADING = /^(.+) to (.+) translation$/;
const words = document.querySelector("script[data-translation-heading]").dataset;
const editor = document.querySelector(".js-translation-editor");

function sayHeading(heading) {
    const languages = HEADING.exec(heading.textContent);
    if (languages === null || heading.childElementCount > 0) return;
    heading.firstChild.data = words.translationHeading
        .replace("%(source)s", () => languages[1])
        .replace("%(target)s", () => languages[2]);
}

function sayMore(label) {
    if (label.textContent === "More actions") label.firstChild.data = words.moreActions;
}

function sayAll() {
    editor.querySelectorAll("h3").forEach(sayHeading);
    editor.querySelectorAll("button > .w-sr-only").forEach(sayMore);
}

if (editor !== null) {
    new MutationObserver(sayAll).observe(editor, { childList: true, subtree: true });
    sayAll();
}
