// Copies a secret link; without it, the field can be selected and copied by hand.

const copied = document.querySelector("[data-copied]")?.dataset.copied ?? "";

async function copy(field, status) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = copied;
  } catch {
    // Without a secure connection browsers refuse: the address stays selected, to be copied by hand.
    status.textContent = "";
  }
}

document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", () => copy(field, status));
});
