// The way to a field of the form: the tab it stands on is opened, folded blocks are unfolded, the field gets the focus.

const SHOWN_FOR = 4000;
const WRITTEN_IN = "input:not([type=hidden]), textarea, select, [contenteditable=true]";
const PRESSED = "button, [tabindex]";

function withPath(path) {
  const selector = path.split(".").map((name) => `[data-contentpath="${CSS.escape(name)}"]`);
  while (selector.length) {
    const found = document.querySelector(selector.join(" "));
    if (found) return found;
    selector.pop();
  }
  return null;
}

function find(hash) {
  const path = new URLSearchParams(hash.split(":w:")[1] ?? "").get("contentpath");
  return path ? withPath(path) : document.getElementById(decodeURIComponent(hash.slice(1)));
}

function openTab(element) {
  const tab = element.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[role=tab][aria-controls="${CSS.escape(tab.id)}"]`)?.click();
}

function unfold(element) {
  for (let panel = element.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
    const toggle = panel.querySelector(":scope > .w-panel__header [data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  }
  // A block whose own panel is folded stands around the panel, not in it.
  const own = element.querySelector(":scope > [data-panel] > .w-panel__header [data-panel-toggle]");
  if (own?.getAttribute("aria-expanded") === "false") own.click();
}

function inView(element) {
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  element.classList.add("page-checks-target");
  window.setTimeout(() => element.classList.remove("page-checks-target"), SHOWN_FOR);
}

function firstOf(element, fields) {
  return [...element.querySelectorAll(fields)].find((one) => one.offsetParent !== null && !one.closest(".w-panel__header"));
}

/** Lead to the field that an anchor names; false when the form has no such field. */
export function leadTo(hash) {
  const element = find(hash);
  if (!element) return false;
  openTab(element);
  unfold(element);
  inView(element);
  // A text has buttons before its words, some of them not to be seen.
  (firstOf(element, WRITTEN_IN) ?? firstOf(element, PRESSED) ?? element).focus({ preventScroll: true });
  return true;
}
