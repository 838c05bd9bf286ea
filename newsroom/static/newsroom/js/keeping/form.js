// Keeps what is typed into an editors' form in this browser until the server has it.

import { follow, revisionOf, set } from "./autosave.js";
import { keepComments } from "./comments.js";
import * as notice from "./notice.js";
import { claim, offerForm } from "./offers.js";
import { guard } from "./sending.js";
import { forget, keep, prepare } from "./store.js";
import { keepTranslation } from "./translation.js";
import { watch } from "./trouble.js";
import { isTypedInto, print, read } from "./words.js";

const PAUSE = 300;
const LOOK = 1000;

function keepForm(form, config) {
    let isSettled = false;
    let isEarly = wasRefused(form) || isTypedInto(form);
    let isSent = false;
    let kept; // the words as they were last kept or saved
    let saved; // the words that the server has
    let pause;

    // "starting", "typed", "kept" in this browser, or "saved": for those who test.
    const mark = (state) => (form.dataset.words = state);
    mark("starting");
    set(form, "keeping", config.key);
    if (config.version !== null) set(form, "keeping_version", config.version);

    const savesItself = form.matches("[data-controller~=w-autosave]");
    const troubles = watch({ ...config, savesItself }, () => {
        if (!savesItself || !isSettled || print(read(form)) === saved) return false;
        autosave.retry();
        return true;
    });
    const autosave = follow(form, {
        async saved(words) {
            saved = words;
            troubles.saved();
            if (print(read(form)) !== saved) return look();
            kept = JSON.stringify(read(form));
            await forget(config.key);
            return print(read(form)) === saved && mark("saved");
        },
        failed: troubles.failed,
    });
    guard(form, config, autosave, {
        keeps() {
            isSent = true;
            return write();
        },
        refused: troubles.refused,
    });

    async function look() {
        const now = JSON.stringify(read(form));
        if (now === kept || (!isSettled && !isEarly)) return;
        await write();
    }

    async function write() {
        const words = read(form);
        kept = JSON.stringify(words);
        const { key, account, version } = config;
        const facts = { key, account, version, revision: revisionOf(form), address: location.pathname };
        const isKept = await keep({ ...facts, words, at: Date.now(), sent: isSent && Date.now() });
        if (!isKept) notice.warn("full", config.texts.full);
        else if (JSON.stringify(read(form)) === kept && print(words) !== saved) mark("kept");
    }

    form.addEventListener("input", (event) => {
        mark("typed");
        if (!isSettled && event.target.type !== "hidden") isEarly = true;
        clearTimeout(pause);
        pause = setTimeout(look, PAUSE);
    });
    // Wagtail compares with the form as it is two seconds after loading, then as it is when a save returns:
    // what was typed until then would pass for saved. Here only what was sent is saved.
    form.addEventListener("w-unsaved:watch-edits", () => (isSettled ? setTimeout(compare) : settle()));

    function compare() {
        if (print(read(form)) !== saved) form.dataset.wUnsavedForceValue = "true";
    }

    function settle() {
        isSettled = true;
        if (!isEarly) {
            kept = JSON.stringify(read(form));
            saved = print(read(form));
            mark("saved");
        }
        compare();
        setInterval(look, LOOK);
        offerForm(form, config, troubles.refused);
    }

    document.addEventListener("visibilitychange", () => document.hidden && look());
    window.addEventListener("pagehide", look);
    document.addEventListener("w-swap:error", (event) => {
        if (event.detail.error?.status === 403) troubles.check();
    });
}

// Wagtail stops looking for changes in a form that the server refused: it shall look as in any other.
function wasRefused(form) {
    const wasForced = form.dataset.wUnsavedForceValue === "true";
    if (wasForced) form.dataset.wUnsavedForceValue = "false";
    return wasForced;
}

const facts = document.getElementById("newsroom-keeping");
if (facts) {
    const config = JSON.parse(facts.textContent);
    const form = document.querySelector("form[data-edit-form]");
    const translation = document.querySelector(".js-translation-editor");
    if (form || translation) {
        prepare();
        claim(config.key);
        notice.prepare(config.texts.title);
    }
    if (form) keepComments(config);
    if (form) keepForm(form, config);
    else if (translation) keepTranslation(translation, config);
}
