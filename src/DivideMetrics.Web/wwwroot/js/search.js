// Suggestions under the search box, a combobox with a list (WAI-ARIA). The box may be drawn anew at any time, so that it is looked up when it is used;
// all words come from its data-attributes.
const patience = 150;
let timer = 0;
let request = null;

const isBox = target => target instanceof HTMLInputElement && target.id === "site-search";
const listOf = box => document.getElementById(box.getAttribute("aria-controls"));
const optionsOf = box => [...listOf(box).querySelectorAll("[role=option]")];
const chosenOf = box => optionsOf(box).findIndex(option => option.getAttribute("aria-selected") === "true");
const isOpen = box => box.getAttribute("aria-expanded") === "true";

document.addEventListener("input", event => {
    if (isBox(event.target)) {
        forget();
        timer = setTimeout(ask, patience, event.target);
    }
});

document.addEventListener("keydown", event => {
    const box = event.target;
    if (!isBox(box) || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
    }

    if (event.key === "Escape" && isOpen(box)) {
        event.preventDefault();
        close(box);
    } else if (event.key === "Enter" && isOpen(box) && chosenOf(box) >= 0) {
        event.preventDefault();
        go(box, optionsOf(box)[chosenOf(box)]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        move(box, event.key === "ArrowDown" ? 1 : -1);
    }
});

document.addEventListener("focusout", event => isBox(event.target) && close(event.target));
document.addEventListener("submit", event => {
    const box = event.target.querySelector("#site-search");
    if (box) {
        close(box);
    }
});

// The box keeps the focus while the list is pressed.
document.addEventListener("mousedown", event => within(event, "#site-search-list") && event.preventDefault());
document.addEventListener("click", event => {
    const option = within(event, "#site-search-list [role=option]");
    if (option) {
        go(document.getElementById("site-search"), option);
    }
});

function within(event, part) {
    return event.target instanceof Element ? event.target.closest(part) : null;
}

// Whatever was asked for is no longer wanted.
function forget() {
    clearTimeout(timer);
    request?.abort();
    request = null;
}

async function ask(box) {
    forget();
    const text = box.value.trim();
    if (text === "") {
        close(box);
        return;
    }

    const mine = request = new AbortController();
    const query = new URLSearchParams({ q: text, lang: document.documentElement.lang });
    try {
        const answer = await fetch(`${box.form.dataset.suggestions}?${query}`, { signal: mine.signal });
        const found = answer.ok ? await answer.json() : [];
        if (request === mine && document.activeElement === box) {
            show(box, found);
        }
    } catch {
        // Left for another text, or not reached: the form still works.
        if (request === mine) {
            close(box);
        }
    }
}

function show(box, found) {
    const list = listOf(box);
    const kinds = [...new Set(found.map(hit => hit.kind))];
    let count = 0;
    list.replaceChildren(...kinds.map(kind => {
        const group = made("ul", { role: "group", "aria-labelledby": `site-search-${kind}` });
        group.append(made("li", { role: "presentation", id: `site-search-${kind}`, class: "kind" }, list.getAttribute(`data-kind-${kind}`)));
        group.append(...found.filter(hit => hit.kind === kind).map(hit => optionOf(list, hit, count++)));
        return group;
    }));
    list.hidden = count === 0;
    list.scrollTop = 0;
    box.setAttribute("aria-expanded", String(count > 0));
    box.removeAttribute("aria-activedescendant");
    say(box, counts => counts[count]);
}

function optionOf(list, hit, index) {
    const option = made("li", { role: "option", id: `site-search-${index}`, "aria-selected": "false", "data-address": hit.address });
    const name = made("bdi", {});
    option.append(name);
    const template = list.getAttribute(`data-by-${hit.by}`);
    if (template === null) {
        name.append(...marked(hit));
        return option;
    }

    name.append(hit.name);
    const [before, after] = template.split("{0}");
    const word = made("bdi", {});
    word.append(...marked(hit));
    const note = made("span", { class: "by" });
    note.append(before, word, after);
    option.append(" ", note);
    return option;
}

// What was found, with the part in bold that was typed.
function marked(hit) {
    const text = hit.by === "name" ? hit.name : hit.found;
    return [text.slice(0, hit.start), made("b", {}, text.slice(hit.start, hit.start + hit.length)), text.slice(hit.start + hit.length)];
}

function made(name, attributes, text) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(text ?? "");
    return element;
}

// From the box over all options and back to it.
function move(box, step) {
    if (!isOpen(box)) {
        ask(box);
        return;
    }

    const options = optionsOf(box);
    const places = options.length + 1;
    const next = (chosenOf(box) + 1 + step + places) % places - 1;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === next)));
    if (next < 0) {
        box.removeAttribute("aria-activedescendant");
        return;
    }

    box.setAttribute("aria-activedescendant", options[next].id);
    options[next].scrollIntoView({ block: "nearest" });
}

// A link that is pressed goes the way of all links of the page. It keeps what the form keeps: the day of the figures and the language.
function go(box, option) {
    const address = new URL(option.dataset.address, document.baseURI);
    address.search = new URLSearchParams([...box.form.querySelectorAll("input[type=hidden]")].map(field => [field.name, field.value]));
    const link = made("a", { href: address.href, hidden: "" });
    close(box);
    box.value = "";
    box.form.append(link);
    link.click();
    link.remove();
}

function close(box) {
    forget();
    const list = listOf(box);
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    say(box, () => "");
}

function say(box, of) {
    const status = box.form.querySelector("[role=status]");
    status.textContent = of(status.dataset.counts.split("|"));
}
