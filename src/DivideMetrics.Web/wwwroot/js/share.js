// A button with data-copy puts that text on the reader's clipboard and says so for a moment; it needs no connection to the server.
document.addEventListener("click", async event => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
    if (!button) {
        return;
    }

    const said = button.textContent;
    await copy(button.dataset.copy);
    button.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => { button.textContent = said; }, 2000);
});

// Pages that are not served over a secure connection have no clipboard; a selected field can be copied there as well.
async function copy(text) {
    if (navigator.clipboard) {
        await navigator.clipboard.writeText(text);
        return;
    }

    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
}
