// Keeps the progress of rebuilds up to date; without it, loading the page again shows the same.

const INTERVAL = 2000;
const list = document.querySelector("[data-rebuild-progress]");

function show(card, rebuild) {
  const text = card.querySelector("[data-text]");
  const bar = card.querySelector("progress");
  if (text && text.textContent !== rebuild.text) text.textContent = rebuild.text;
  if (bar && rebuild.total) {
    bar.max = rebuild.total;
    bar.value = rebuild.done;
  }
}

function hasChanged(card, rebuild) {
  return rebuild !== undefined && rebuild.state !== card.dataset.state;
}

async function look() {
  const cards = [...list.querySelectorAll("[data-language]")];
  try {
    const answer = await fetch(list.dataset.rebuildProgress, { headers: { Accept: "application/json" } });
    if (answer.ok && !document.hidden) {
      const rebuilds = await answer.json();
      if (cards.some((card) => hasChanged(card, rebuilds[card.dataset.language]))) {
        window.location.reload();
        return;
      }
      cards.forEach((card) => show(card, rebuilds[card.dataset.language]));
    }
  } catch {
    // The server is away for a moment: the next look may reach it.
  }
  window.setTimeout(look, INTERVAL);
}

if (list) window.setTimeout(look, INTERVAL);
