// Keeps comments that are being typed: until one is posted, Wagtail has it in no field of the form.

import { offer } from "./notice.js";
import { claim, left } from "./offers.js";
import { fill, timeOf } from "./phrases.js";
import { forget, keep } from "./store.js";

const TYPED = ".comment__input, .comment-reply__input, .comment__reply-input";
const LOOK = 1000;
const KIND = "comments";

/** Keep what stands in the fields of comments beside this form, and offer what is left of an earlier one. */
export function keepComments(config) {
    const key = `${config.key}:${KIND}`;
    let kept = "[]";

    async function look() {
        const fields = [...document.querySelectorAll(TYPED)].filter((field) => field.value?.trim());
        const words = fields.map((field) => [KIND, field.value]);
        const now = JSON.stringify(words);
        if (now === kept) return;
        kept = now;
        const { account } = config;
        if (words.length === 0) await forget(key);
        else await keep({ key, kind: KIND, account, address: location.pathname, words, at: Date.now() });
    }

    claim(key);
    setInterval(look, LOOK);
    window.addEventListener("pagehide", look);
    offerLeft(config);
}

async function offerLeft(config) {
    const { texts } = config;
    for (const record of await left(config, KIND)) {
        const found = record.words.map(([, text]) => ({ label: texts.comment, text }));
        const said = fill(texts.unposted, { time: timeOf(record.at) });
        const take = offer(said, [[texts.discard, discard]], found, texts);

        async function discard() {
            await forget(record.key);
            take();
        }
    }
}
