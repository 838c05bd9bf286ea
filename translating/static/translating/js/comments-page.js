// The page of comments: what is typed and not sent yet is kept, and forgotten once it stands in the list.

import { keepDraft } from "./drafts.js";

for (const field of document.querySelectorAll("textarea[data-draft]")) {
    const draft = keepDraft(field, field.dataset.draft);
    const said = [...field.closest("section").querySelectorAll("[data-said]")].map((one) => one.textContent.trim());
    if (!said.includes(field.value.trim())) continue;
    field.value = "";
    draft.forget();
}
