// A sentence of controls leads on as soon as one of them is changed. What is usual is left out of the address, and what the choice makes meaningless as well.
document.addEventListener("change", event => {
    const changed = event.target;
    const form = changed instanceof HTMLSelectElement ? changed.closest("form[data-live]") : null;
    if (!form) {
        return;
    }

    const { forgets = "", name } = changed.dataset;
    const query = new URLSearchParams();
    let path = form.getAttribute("action");
    for (const field of form.elements) {
        if (field.dataset.path) {
            path = field.dataset.path + encodeURIComponent(field.value);
        } else if (field.name && field.value !== (field.dataset.usual ?? "") && !forgets.split(" ").includes(field.name)) {
            query.set(field.name, field.value);
        }
    }

    if (name && changed.value) {
        query.set(name, changed.value);
    }

    // "~" and ":" stay readable, as in the addresses that the server writes.
    const asked = query.toString().replaceAll("%7E", "~").replaceAll("%3A", ":");
    Blazor.navigateTo(asked ? `${path}?${asked}` : path);
});
