// "/" goes to the search box and "p" plays the years, as readers of many data sites expect; not while they write.
document.addEventListener("keydown", event => {
    if (!["/", "p"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }

    const target = event.target;
    if (target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))) {
        return;
    }

    if (event.key === "p") {
        document.querySelector("[data-play]")?.click();
        return;
    }

    const search = document.getElementById("site-search");
    if (search) {
        event.preventDefault();
        search.focus();
    }
});
