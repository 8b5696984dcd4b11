// "/" goes to the search box, as readers of many data sites expect; not while they write.
document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }

    const target = event.target;
    if (target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))) {
        return;
    }

    const search = document.getElementById("site-search");
    if (search) {
        event.preventDefault();
        search.focus();
    }
});
