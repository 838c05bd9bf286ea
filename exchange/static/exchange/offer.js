// On the form of a new article: the ways to bring one in, and a Word file dropped on it.

import { sendWith, takeDrops } from "./drop.js";

const NEW_ARTICLE = /\/pages\/add\/news\/articlepage\/(\d+)\//;

function formTo(action) {
  const form = document.createElement("form");
  form.method = "post";
  form.enctype = "multipart/form-data";
  form.action = action;
  form.hidden = true;
  const file = document.createElement("input");
  file.type = "file";
  file.name = "file";
  const token = document.querySelector("input[name=csrfmiddlewaretoken]").cloneNode();
  form.append(token, file);
  document.body.append(form);
  return form;
}

function at(address, section) {
  return address.replace("/0/", `/${section}/`);
}

function offer(template, section, editor) {
  const element = template.content.cloneNode(true).firstElementChild;
  for (const kind of ["word", "web"]) {
    const link = element.querySelector(`[data-${kind}]`);
    if (link) link.href = at(template.dataset[`${kind}Url`], section);
  }
  editor.prepend(element);
}

const section = window.location.pathname.match(NEW_ARTICLE)?.[1];
const template = document.querySelector("template[data-exchange-offer]");
const editor = document.querySelector("[data-edit-form]");
if (section && template && editor) {
  offer(template, section, editor);
  takeDrops(editor, (file) => sendWith(formTo(at(template.dataset.wordUrl, section)), file));
}
