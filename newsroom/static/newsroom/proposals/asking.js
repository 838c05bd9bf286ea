// Asking the server for a proposal, not at every keystroke and never two at once.

/** Return the address of a proposal for the page in this form, whether it is kept already or new. */
export function belowPreview(name) {
  const preview = document.querySelector("[data-w-preview-url-value]");
  return new URL(`${preview.dataset.wPreviewUrlValue}${name}/`, window.location.href);
}

/** Return a function that asks `ask(signal)` for an answer once nobody has called it for `pause` milliseconds. */
export function afterAPause(pause, ask) {
  let waiting = 0;
  let request = null;
  return () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(async () => {
      request?.abort();
      request = new AbortController();
      try {
        await ask(request.signal);
      } catch (error) {
        if (error.name !== "AbortError") console.warn(error);
      }
    }, pause);
  };
}

/** Return the proposal at an address; empty when there is none. */
export async function proposalAt(url, options) {
  const answer = await fetch(url, options);
  return answer.ok ? (await answer.json()).proposal : "";
}

/** Put a proposal into a field as if it were typed, so that the form knows it was changed. */
export function fill(field, words) {
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
