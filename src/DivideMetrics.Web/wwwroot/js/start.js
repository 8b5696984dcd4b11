// The connection to the server speaks the language of the page: its address alone does not say it where the browser decided.
const page = document.documentElement;
const name = page.hasAttribute("data-chosen") ? "lang" : "spoken";
Blazor.start({ circuit: { configureSignalR: connection => connection.withUrl(`_blazor?${name}=${page.lang}`) } });
