// The number on the checks' button: what the checks before publishing found, with what Wagtail's own checker counts there.

const counter = document.querySelector('[data-side-panel-toggle="checks"] [data-side-panel-toggle-counter]');
const observer = new MutationObserver(takeTheirs);
let ours = 0;
let theirs = 0;

function write() {
  counter.textContent = String(ours + theirs);
  counter.hidden = ours + theirs === 0;
  observer.takeRecords();
}

function takeTheirs() {
  theirs = Number.parseInt(counter.textContent, 10) || 0;
  write();
}

if (counter) observer.observe(counter, { childList: true, characterData: true, subtree: true });

/** Show that so many things are to be mended or looked at. */
export function count(number) {
  ours = number;
  if (counter) write();
}
