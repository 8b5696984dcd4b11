// A server that was started again does not know this page's circuit: the address says everything, so the page is simply loaded again.
const note = document.getElementById("components-reconnect-modal");
note?.addEventListener("components-reconnect-state-changed", change => {
    if (change.detail.state === "rejected") {
        location.reload();
    }
});
note?.querySelector("[data-reload]")?.addEventListener("click", () => location.reload());
