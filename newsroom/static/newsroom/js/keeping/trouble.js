// Says what is wrong between this form and the server, and tries again until all is well.

import { quiet, settle, trouble, warn } from "./notice.js";
import { ask, renew } from "./server.js";
import { fill, timeOf } from "./phrases.js";

const SOON = 2_000;
const LATE = 30_000;

/** Return {failed, saved, refused, check}; `again()` begins to save, false when there is nothing to save by itself. */
export function watch(config, again) {
    const { texts } = config;
    const login = [[texts.login, config.login]];
    const now = [[texts.retry, () => look(true)]];
    let timer;
    let wait = SOON;
    let isStaying = false; // somebody wanted to send the form, and it was not sent
    const away = config.savesItself ? texts.away : texts.away_by_hand;

    function show(state) {
        if (state === "out") warn("out", texts.out, login);
        else if (state === "other") warn("other", texts.other, login);
        else if (state === "away") warn("away", isStaying ? `${away} ${texts.stays}` : away, now);
        else warn("trouble", texts.trouble, now);
        setTimeout(quiet); // Wagtail hears of the same error after us
        later();
    }

    function later() {
        clearTimeout(timer);
        timer = setTimeout(look, wait);
        const isWaitingForLogin = ["out", "other"].includes(trouble());
        wait = isWaitingForLogin ? SOON : Math.min(wait * 2, LATE);
    }

    async function look(isAsked = false) {
        if (!["out", "other", "away", "trouble"].includes(trouble())) return;
        if (isAsked === true) wait = SOON;
        const answer = await ask(config.state, config.account);
        if (answer.state !== "in") show(answer.state);
        else {
            renew(answer.token);
            if (again()) later();
            else over(texts.ready);
        }
    }

    function over(text) {
        clearTimeout(timer);
        wait = SOON;
        isStaying = false;
        settle(fill(text, { time: timeOf(Date.now()) }));
    }

    async function findOut(isRetrying) {
        const answer = await ask(config.state, config.account);
        if (answer.state !== "in") return show(answer.state);
        renew(answer.token);
        if (isRetrying && trouble() === undefined) show("trouble");
        return later();
    }

    for (const moment of ["online", "focus", "pageshow"]) window.addEventListener(moment, () => look(true));
    window.addEventListener("offline", () => show("away"));

    return {
        /** An autosave failed: say why, as far as it concerns the person, and go on trying. */
        failed(type) {
            if (type === "network_error") show("away");
            else if (type === "server_error") findOut(true);
            else if (type === "invalid_revision") conflict();
            else if (type === "locked") warn("locked", texts.locked);
            else over(texts.ready);
        },
        saved() {
            quiet();
            over(texts.saved);
        },
        refused(state) {
            isStaying = true;
            show(state);
        },
        check: () => findOut(false),
    };

    // Who it was comes with the next answer about who else is here; Wagtail asks for it at once.
    function conflict() {
        const say = (who) => warn("conflict", fill(texts.conflict, { who }));
        say(texts.somebody);
        document.addEventListener("w-swap:json", (event) => {
            const other = event.detail.data?.other_sessions?.find((session) => session.revision_id);
            if (other) say(other.user || texts.somebody);
        });
    }
}
