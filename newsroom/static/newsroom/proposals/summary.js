// A summary proposed from the first sentences of the text, while the field is empty.

import { afterAPause, belowPreview, proposalAt } from "./asking.js";
import { labelOf, Offer } from "./offer.js";

const PAUSE = 1500;

export function proposeSummary(form) {
  const field = form.querySelector("#id_summary");
  if (!field) return;
  const offer = new Offer(field, labelOf("summary"));
  const askSoon = afterAPause(PAUSE, async (signal) => {
    if (!offer.isWanted) return;
    offer.show(await proposalAt(belowPreview("summary"), { method: "POST", body: new FormData(form), signal }));
  });
  for (const name of ["input", "change"]) form.addEventListener(name, askSoon);
  document.addEventListener("w-unsaved:add", askSoon);
  document.addEventListener("w-autosave:success", askSoon);
  field.addEventListener("focus", askSoon);
  askSoon();
}
