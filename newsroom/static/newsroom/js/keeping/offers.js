// Offers what was typed into this form earlier and never reached the server.

import { swept } from "./arrived.js";
import { offer } from "./notice.js";
import { fill, timeOf } from "./phrases.js";
import { ask, renew } from "./server.js";
import { forget, keep, recordsOf } from "./store.js";
import { differences, read } from "./words.js";

/** Say that this form is open: what is kept of it belongs to it, not to one that is opened later. */
export function claim(key) {
    navigator.locks?.request(key, () => new Promise(() => {}));
}

/** Return the records of this address that no open form is at work on: of forms, or of another kind. */
export async function left(config, kind = undefined) {
    await swept;
    const records = await recordsOf(config.account, config.days);
    const held = (await navigator.locks?.query())?.held.map((lock) => lock.name) ?? [];
    return records.filter(
        (record) =>
            record.kind === kind &&
            record.address === location.pathname &&
            record.key !== config.key &&
            !held.includes(record.key),
    );
}

/** Offer the words that are left of this form; `refused(state)` is called when the server cannot take them. */
export async function offerForm(form, config, refused) {
    for (const record of await left(config)) {
        const found = differences(record.words, read(form), form);
        if (found.length === 0) await forget(record.key);
        else show(record, found, config, () => bring(record, config, refused));
    }
}

/** Show one offer: to bring the words back, to look at them, to discard them. */
export function show(record, found, config, brings) {
    const { texts } = config;
    const take = offer(
        fill(texts.unsaved, { time: timeOf(record.at) }),
        [
            [config.drafts ? texts.bring : texts.bring_live, brings],
            [texts.discard, discard],
        ],
        found,
        texts,
    );

    async function discard(button) {
        if (button.textContent === texts.really) {
            await forget(record.key);
            take();
        } else button.textContent = texts.really;
    }
    return take;
}

// The words are sent as the form itself would send them: the server saves a draft, shows what must be mended,
// or puts them beside a version that somebody saved since.
async function bring(record, config, refused) {
    const answer = await ask(config.state, config.account);
    if (answer.state !== "in") {
        refused(answer.state);
        return;
    }
    renew(answer.token);
    await keep({ ...record, sent: Date.now() });
    const form = Object.assign(document.createElement("form"), { method: "post", action: record.address });
    const fields = [...record.words, ["csrfmiddlewaretoken", answer.token], ["keeping", record.key]];
    if (record.revision) {
        fields.push(["loaded_revision_id", record.revision.id], ["loaded_revision_created_at", record.revision.at]);
    }
    if (typeof record.version === "string") fields.push(["keeping_version", record.version]);
    for (const [name, value] of fields) {
        const field = document.createElement("textarea"); // keeps the lines of a text apart
        Object.assign(field, { name, value });
        form.append(field);
    }
    form.hidden = true;
    document.body.append(form);
    form.submit();
}
