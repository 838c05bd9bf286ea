// Keeps what is typed into the translation editor, where each segment is saved by itself.
//
// The editor reads its token once, and forgets what it could not save; this stands between it and the server.

import { buttonsOf, fieldOf, itemAround, itemOf, segmentOf } from "../../../translating/js/segments.js";
import * as notice from "./notice.js";
import { fill } from "./phrases.js";
import { left, show } from "./offers.js";
import { ask, renew } from "./server.js";
import { forget, keep } from "./store.js";
import { watch } from "./trouble.js";

const PAUSE = 300;

/** Keep the segments of the editor in `root` until the server has them. */
export function keepTranslation(root, config) {
    const facts = JSON.parse(root.dataset.props);
    const segments = facts.segments.filter((segment) => segment.type === "string");
    const saved = new Map(facts.initialStringTranslations.map((one) => [one.segment_id, one.data]));
    const unsaved = new Map(); // editUrl → words
    const addresses = new Set(segments.map((segment) => segment.editUrl));
    const send = window.fetch.bind(window);
    let pause;

    const troubles = watch({ ...config, savesItself: true }, () => {
        if (unsaved.size === 0) return false;
        saveAll(unsaved).then((isDone) => isDone && troubles.saved());
        return true;
    });

    async function write() {
        const words = [...unsaved];
        root.dataset.words = words.length ? "typed" : "saved"; // for those who test
        if (words.length === 0) return forget(config.key);
        const { key, account } = config;
        const isKept = await keep({ key, account, address: location.pathname, at: Date.now(), words });
        if (isKept) root.dataset.words = "kept";
        else notice.warn("full", config.texts.full);
        return isKept;
    }

    async function saveAll(words) {
        let isDone = true;
        for (const [address, value] of [...words]) {
            const body = new FormData();
            body.append("value", value);
            const answer = await put(address, { method: "PUT", body }).catch(() => null);
            isDone &&= isSaved(answer);
        }
        return isDone;
    }

    async function put(address, options) {
        // Asked so, the server refuses who is logged out, instead of leading to the form for logging in.
        const segment = segments.find((one) => one.editUrl === address);
        const body = options.body ?? new FormData();
        body.set("known", saved.get(segment.id) ?? "");
        const own = { "X-CSRFToken": window.wagtailConfig.CSRF_TOKEN, "X-Requested-With": "XMLHttpRequest" };
        const headers = { ...options.headers, ...own };
        const answer = await send(address, { ...options, body, credentials: "same-origin", headers });
        if (answer.status === 409) contradict(segment, body.get("value"), await answer.clone().json());
        if (isSaved(answer)) {
            saved.set(segment.id, body.get("value") ?? "");
            unsaved.delete(address);
            await write();
            tell(segment, body.get("value") ?? "");
        }
        return answer;
    }

    // Whoever shows something of a segment hears that it has changed.
    function tell(segment, words) {
        const item = itemOf(segment, root, segments);
        const detail = { segment, item, words };
        (item ?? root).dispatchEvent(new CustomEvent("translating:saved", { bubbles: true, detail }));
    }

    // Somebody else translated the sentence meanwhile: one of both is chosen, none is covered unasked.
    function contradict(segment, mine, { words, who }) {
        const { texts } = config;
        const text = fill(texts.segment, { who, theirs: words, mine: mine ?? "" });
        notice.warn("conflict", text, [
            [texts.theirs, () => decide(segment, null)],
            [texts.mine, () => decide(segment, words)],
        ]);
    }

    async function decide(segment, known) {
        if (known === null) unsaved.delete(segment.editUrl);
        else {
            saved.set(segment.id, known);
            if (!(await saveAll([[segment.editUrl, unsaved.get(segment.editUrl) ?? ""]]))) return;
        }
        await write();
        location.reload(); // the editor keeps its own copy of what is saved
    }

    // Only the saving of segments passes through here; everything else is fetched as ever.
    window.fetch = async (address, options = {}) => {
        if (!addresses.has(address) || options.method === "GET") return send(address, options);
        if (options.method === "PUT") unsaved.set(address, options.body.get("value"));
        await write();
        try {
            const answer = await put(address, options);
            if (!isSaved(answer) && answer.status !== 409) troubles.failed("server_error");
            return answer;
        } catch (error) {
            troubles.failed("network_error");
            throw error;
        }
    };

    root.addEventListener("input", (event) => {
        const segment = segmentOf(event.target, root, segments);
        if (!segment) return;
        unsaved.set(segment.editUrl, event.target.value);
        clearTimeout(pause);
        pause = setTimeout(write, PAUSE);
    });
    root.addEventListener("click", (event) => giveUp(event));
    window.addEventListener("beforeunload", (event) => unsaved.size && event.preventDefault());
    document.addEventListener("visibilitychange", () => document.hidden && write());

    // “Cancel” takes back what was typed into a segment.
    function giveUp(event) {
        const button = event.target.closest("button");
        const item = button && itemAround(button);
        if (!item || !fieldOf(item) || buttonsOf(item)[0] !== button) return;
        unsaved.delete(segmentOf(button, root, segments)?.editUrl);
        write();
    }

    offer();

    async function offer() {
        for (const record of await left(config)) {
            const found = record.words
                .map(([address, text]) => ({ segment: segments.find((one) => one.editUrl === address), text }))
                .filter(({ segment, text }) => segment && saved.get(segment.id) !== text)
                .map(({ segment, text }) => ({ label: segment.source, text }));
            if (found.length === 0) await forget(record.key);
            else show(record, found, { ...config, drafts: true }, () => bring(record));
        }
    }

    async function bring(record) {
        const answer = await ask(config.state, config.account);
        if (answer.state !== "in") return troubles.refused(answer.state);
        renew(answer.token);
        if (!(await saveAll(record.words))) return troubles.failed("server_error");
        await forget(record.key);
        return location.reload();
    }
}

function isSaved(answer) {
    return Boolean(answer?.ok) && !answer.redirected;
}
