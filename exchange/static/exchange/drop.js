// A Word file can be dropped on the form that takes one, and on that of a new article.

const OVER = "exchange-over";

/** Return the Word file that is being dropped, if it is one. */
function wordFile(event) {
  const files = [...(event.dataTransfer?.files ?? [])];
  return files.length === 1 && files[0].name.toLowerCase().endsWith(".docx") ? files[0] : null;
}

function bringsFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes("Files");
}

/** Call `take(file)` when a Word file is dropped on an element; the rest of what is dropped stays as it is. */
export function takeDrops(element, take) {
  element.addEventListener("dragover", (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    element.classList.add(OVER);
  });
  element.addEventListener("dragleave", () => element.classList.remove(OVER));
  element.addEventListener("drop", (event) => {
    element.classList.remove(OVER);
    const file = wordFile(event);
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}

/** Put a file into a field of a form and send the form. */
export function sendWith(form, file) {
  const chosen = new DataTransfer();
  chosen.items.add(file);
  form.querySelector("input[type=file]").files = chosen.files;
  form.requestSubmit();
}

for (const form of document.querySelectorAll("[data-exchange-drop]")) {
  form.querySelector("[data-hint]").hidden = false;
  takeDrops(form, (file) => sendWith(form, file));
}
