// The connection to the server speaks the language of the page: its address alone does not say it where the browser decided.
const page = document.documentElement;
const name = page.hasAttribute("data-chosen") ? "lang" : "spoken";
Blazor.start({ circuit: { configureSignalR: connection => connection.withUrl(`_blazor?${name}=${page.lang}`) } });

// A page that comes alive is drawn anew: what its reader opened or typed before is opened and typed in it again.
const isStill = document.body.dataset.enhanceNav === "false";
const before = [...document.querySelectorAll("header.site, main")];
const watch = new MutationObserver(() => {
    if (before.some(part => !part.isConnected)) {
        watch.disconnect();
        before.forEach(part => keep(part, document.querySelector(part.localName)));
    }
});
if (!isStill) {
    watch.observe(document.body, { childList: true });
}

const nameOf = part => part.className + part.querySelector("summary").textContent;
const opened = within => [...within.querySelectorAll("details[open]")].map(nameOf);

function open(names, within) {
    for (const part of within?.querySelectorAll("details") ?? []) {
        if (names.includes(nameOf(part))) {
            part.setAttribute("open", "");
        }
    }
}

function keep(old, now) {
    open(opened(old), now);
    for (const field of old.querySelectorAll("input[id]:not([type=range], [type=hidden])")) {
        const other = document.getElementById(field.id);
        if (other && field.value !== field.defaultValue) {
            other.value = field.value;
        }
    }
}

// What is opened stays so as well when the page is fetched anew because a control was changed.
let stayed = [];
Blazor.addEventListener("enhancednavigationstart", () => { stayed = opened(document); });
Blazor.addEventListener("enhancedload", () => open(stayed, document));

// A page without a connection that waits for figures is asked for again until it has them.
const waiting = "[data-waiting]";
const patience = 2000;

async function renew() {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    const newer = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer?.ok && !newer.querySelector(waiting)) {
        location.reload();
        return;
    }

    if (newer?.querySelector(waiting)) {
        document.querySelector("main").replaceChildren(...newer.querySelector("main").childNodes);
    }

    setTimeout(renew, patience);
}

if (isStill && document.querySelector(waiting)) {
    setTimeout(renew, patience);
}
