// Keeps the progress of a job up to date while it is in progress; without it, loading the page again shows the same.

const INTERVAL = 3000;
const room = document.querySelector("[data-job]");

// Whoever is about to press a button keeps it under the finger, and what is read aloud is what is new.
function show(fresh) {
  [...room.children].forEach((part, at) => {
    const next = fresh.children[at];
    if (next && !part.isEqualNode(next) && !part.contains(document.activeElement)) part.replaceChildren(...next.childNodes);
  });
}

async function look() {
  if (!document.hidden) {
    const answer = await fetch(window.location.href, { headers: { "X-Requested-With": "XMLHttpRequest" } }).catch(() => null);
    // Without an answer the server is away for a moment: the next look may reach it.
    if (answer?.ok && !answer.redirected) show(new DOMParser().parseFromString(await answer.text(), "text/html").body);
  }
  next();
}

function next() {
  if (room.querySelector("[data-in-progress]")) window.setTimeout(look, INTERVAL);
}

if (room) next();
