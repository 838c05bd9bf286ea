// Counts that a result was opened: for which words; not which one, nor by whom.

/** Tell `address` when a link in `root` that matches `selector` is opened; `words()` is what was searched for. */
export function countOpened(root, selector, address, words) {
    const count = (event) => {
        const isOpening = event.button === 0 || event.button === 1; // the middle button opens a new tab
        if (!isOpening || !event.target.closest(selector) || !words()) return;
        navigator.sendBeacon(address, new URLSearchParams({ q: words() }));
    };
    root.addEventListener("click", count);
    root.addEventListener("auxclick", count);
}
