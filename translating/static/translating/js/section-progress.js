// Keeps the progress of the work on a section up to date; without it, loading the page again shows the same.

const INTERVAL = 2000;
const room = document.querySelector("[data-section-progress]");
const MOVING = new Set(["waiting", "running"]);

function show({ text, done, failed, left }) {
  const words = room.querySelector("[data-text]");
  const bar = room.querySelector("progress");
  if (words.textContent !== text) words.textContent = text;
  bar.max = Math.max(done + failed + left, 1);
  bar.value = done;
}

async function look() {
  try {
    const answer = await fetch(room.dataset.sectionProgress, { headers: { Accept: "application/json" } });
    if (answer.ok && !document.hidden) {
      const job = await answer.json();
      if (job.state !== room.dataset.state) {
        window.location.reload();
        return;
      }
      show(job);
    }
  } catch {
    // The server is away for a moment: the next look may reach it.
  }
  window.setTimeout(look, INTERVAL);
}

if (room && MOVING.has(room.dataset.state)) window.setTimeout(look, INTERVAL);
