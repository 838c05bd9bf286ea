// What the form proposes while it is filled in; nothing typed by hand is overwritten.

import { proposeAddress } from "./address.js";
import { proposeDescriptions } from "./descriptions.js";
import { proposeSummary } from "./summary.js";

const form = document.querySelector("form[data-edit-form]");

if (form && document.querySelector("[data-w-preview-url-value]")) {
  proposeAddress(form);
  proposeSummary(form);
  proposeDescriptions(form);
}
