// Keeps the addresses of filtered lists short: a filter that is not set is not sent.

for (const form of document.querySelectorAll("[data-filter-form]")) {
    form.addEventListener("submit", () => {
        for (const select of form.querySelectorAll("select")) {
            select.disabled = select.value === "";
        }
    });
}

// A reader who comes back finds the form usable again.
window.addEventListener("pageshow", () => {
    for (const select of document.querySelectorAll("[data-filter-form] select")) {
        select.disabled = false;
    }
});
