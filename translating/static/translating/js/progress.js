// Keeps the progress of a job up to date while it is in progress; without it, loading the page again shows the same.

const INTERVAL = 3000;
const room = document.querySelector("[data-job]");

// What is read aloud is what is new; and whoever is about to press “Stop” keeps it, as long as there is something to stop.
function show(fresh) {
  const isOver = !fresh.querySelector("[data-in-progress]");
  [...room.children].forEach((part, at) => {
    const next = fresh.children[at];
    const isWanted = isOver || !part.contains(document.activeElement);
    if (isWanted && !part.isEqualNode(next)) part.replaceChildren(...next.childNodes);
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
