// The side panel's checks: fetched for the form as it stands, and shown with links to its fields.

import { count } from "./counter.js";
import { leadTo } from "./place.js";

const PAUSE = 800;

const panel = document.querySelector("[data-page-checks]");
const sidePanel = panel?.closest("[data-side-panel]");
const form = document.querySelector("form[data-edit-form]");
let waiting = 0;
let request = null;

function address() {
  const preview = document.querySelector("[data-w-preview-url-value]");
  const url = new URL(`${preview.dataset.wPreviewUrlValue}checks/`, window.location.href);
  if (!sidePanel.hidden) url.searchParams.set("rendered", "1");
  return url;
}

function row(finding) {
  const template = panel.querySelector("[data-page-checks-template]");
  const item = template.content.cloneNode(true).firstElementChild;
  item.classList.add(`page-checks__finding--${finding.severity}`);
  item.querySelector("[data-severity]").textContent = finding.label;
  item.querySelector("[data-sentence]").textContent = finding.sentence;
  const place = item.querySelector("[data-place]");
  place.textContent = finding.place;
  place.hidden = !finding.href;
  if (finding.href) place.href = finding.href;
  return item;
}

function show(answer) {
  const state = panel.querySelector("[data-page-checks-state]");
  state.textContent = answer.state || (answer.findings.length ? "" : state.dataset.none);
  panel.querySelector("[data-page-checks-list]").replaceChildren(...answer.findings.map(row));
  count(answer.count);
}

async function check() {
  request?.abort();
  request = new AbortController();
  try {
    const body = new FormData(form);
    const answer = await fetch(address(), { method: "POST", body, signal: request.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.json());
  } catch (error) {
    if (error.name === "AbortError") return;
    const state = panel.querySelector("[data-page-checks-state]");
    state.textContent = state.dataset.failed;
  }
}

function checkSoon() {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(check, PAUSE);
}

/** On a telephone the panel lies over the form: it is closed, so that the field is seen. */
function stepAside() {
  if (sidePanel.closest(".form-side").offsetWidth >= form.offsetWidth) document.querySelector("[data-side-panel-toggle=checks]").click();
}

function follow(event) {
  const link = event.target.closest("[data-place]");
  if (!link?.hash) return;
  stepAside();
  if (leadTo(link.hash)) {
    event.preventDefault();
    window.history.replaceState(window.history.state, "", link.hash);
  }
}

if (panel && form && document.querySelector("[data-w-preview-url-value]")) {
  panel.addEventListener("click", follow);
  sidePanel.addEventListener("show", checkSoon);
  for (const name of ["input", "change"]) form.addEventListener(name, checkSoon);
  // Editors of rich text and blocks change the form without such events; these come a little later.
  for (const name of ["w-unsaved:add", "w-autosave:success"]) document.addEventListener(name, checkSoon);
  checkSoon();
}
