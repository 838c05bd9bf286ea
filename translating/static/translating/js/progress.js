// Keeps the progress of a machine translation up to date while it is under way; without scripts, reload the page.

const PAUSE = 3000;
const place = document.querySelector("[data-translating-progress]");

async function look() {
    const answer = await fetch(place.dataset.translatingProgress).catch(() => null);
    if (answer?.ok && !answer.redirected) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        const part = fresh.querySelector(".translating-progress");
        // Whoever is about to press “Stop” keeps the button under the finger.
        if (part && !place.contains(document.activeElement)) place.replaceChildren(document.adoptNode(part));
    }
    next();
}

function next() {
    if (place.querySelector("[data-active]")) setTimeout(look, PAUSE);
}

next();
