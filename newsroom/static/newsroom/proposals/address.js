// The address follows the headline until somebody types another one, and never once the page is published.

import { afterAPause, belowPreview, fill, proposalAt } from "./asking.js";

const PAUSE = 350;

function isLive() {
  return document.body.classList.contains("page-is-live");
}

function note(title) {
  const template = document.querySelector("template[data-page-address]");
  const element = template.content.cloneNode(true).firstElementChild;
  element.hidden = true;
  (title.closest("[data-field]") ?? title).append(element);
  return element;
}

export function proposeAddress(form) {
  const title = form.querySelector("#id_title");
  const slug = form.querySelector("#id_slug");
  if (!title || !slug || isLive()) return;
  const shown = note(title);
  let proposed = "";

  function show() {
    shown.querySelector("[data-text]").textContent = proposed;
    shown.hidden = !proposed || slug.value !== proposed;
  }

  async function ask(signal) {
    const url = belowPreview("address");
    url.searchParams.set("title", title.value);
    const follows = !slug.value || slug.value === proposed;
    const proposal = await proposalAt(url, { signal });
    // An address that was made from this headline before goes on following it.
    if (proposal) proposed = proposal;
    if (follows && proposal && slug.value !== proposal) fill(slug, proposal);
    show();
  }

  const askSoon = afterAPause(PAUSE, ask);
  title.addEventListener("input", askSoon);
  slug.addEventListener("input", show);
  if (title.value) askSoon();
}
