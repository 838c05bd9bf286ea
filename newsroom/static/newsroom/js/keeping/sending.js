// Sends the form only when the server is there and knows this account: else the form stays as it is.

import { ask, renew } from "./server.js";

/** Guard the sending of `form`; `keeps()` keeps the words as sent, `refused(state)` says why it stays. */
export function guard(form, config, autosave, { keeps, refused }) {
    let isGoing = false;
    let isLetThrough = false;

    async function go(button) {
        if (isGoing) return;
        isGoing = true;
        const isFree = await autosave.hold();
        const answer = isFree ? await ask(config.state, config.account) : { state: "away" };
        if (answer.state === "in") {
            renew(answer.token);
            await keeps();
            send(button);
        } else {
            isGoing = false;
            autosave.release();
            wake(form);
            refused(answer.state);
        }
    }

    // The button may be disabled by now, and would then not be sent along: its name goes in a field of its own.
    function send(button) {
        if (button?.name) {
            const { name, value } = button;
            form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
        }
        isLetThrough = true;
        HTMLFormElement.prototype.requestSubmit.call(form);
    }

    function onSubmit(event) {
        if (event.target !== form || isLetThrough) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        go(event.submitter);
    }

    window.addEventListener("submit", onSubmit, true);
    form.submit = () => go(null); // what jQuery calls when a step of the workflow was confirmed
    window.addEventListener("click", leaveAskingToTheServer, true);
}

// Wagtail asks in a dialog what the server asks better, with both versions; and only when it knows already.
function leaveAskingToTheServer(event) {
    if (!event.target.closest?.("[data-edit-form] button")) return;
    for (const session of document.querySelectorAll("[data-controller~=w-session]")) {
        session.dataset.wSessionInterceptValue = "";
    }
}

// Wagtail's buttons show that they are at work for half a minute: they aren't.
function wake(form) {
    for (const button of form.querySelectorAll("[data-w-progress-loading-value=true]")) {
        button.dataset.wProgressLoadingValue = "false";
    }
}
