// Opened with the keyboard, the chooser of blocks takes what is typed next: Wagtail leaves the focus on its button.

document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".c-sf-add-button");
    if (button && event.detail === 0) setTimeout(() => search(button)?.focus(), 50);
});

function search(button) {
    return button.parentElement.querySelector("[role=combobox], [data-tippy-root] input");
}
