// An alternative text proposed from the description of the picture that was chosen, for pages and blocks alike.

import { proposalAt } from "./asking.js";
import { labelOf, Offer } from "./offer.js";

const offers = new WeakMap();

/** Return the field that describes the picture chosen in `input`: `lead_image_alt` of a page, `alt_text` of a block. */
function describing(form, input) {
  const names = [`${input.name}_alt`, input.name.replace(/-image$/, "-alt_text")];
  return names.map((name) => form.elements[name]).find((field) => field && field !== input);
}

async function propose(form, input) {
  const field = describing(form, input);
  if (!field) return;
  if (!offers.has(field)) offers.set(field, new Offer(field, labelOf("description")));
  const url = new URL(document.querySelector("template[data-page-proposal]").dataset.descriptionUrl, window.location.href);
  url.searchParams.set("image", input.value);
  offers.get(field).show(input.value ? await proposalAt(url) : "");
}

export function proposeDescriptions(form) {
  form.addEventListener("change", (event) => {
    const input = event.target;
    if (input.matches("input[type=hidden]") && /(^|[-_])image$/.test(input.name)) propose(form, input);
  });
}
