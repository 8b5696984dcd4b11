// Tells a chart whether the reader's system is dark and the window narrow, and when that changes.
export function watchView(chart) {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const narrow = window.matchMedia("(max-width: 640px)");
    const changed = () => chart.invokeMethodAsync("ViewChanged", dark.matches, narrow.matches);
    dark.addEventListener("change", changed);
    narrow.addEventListener("change", changed);
    return {
        isDark: () => dark.matches,
        isNarrow: () => narrow.matches,
        stop: () => {
            dark.removeEventListener("change", changed);
            narrow.removeEventListener("change", changed);
        },
    };
}
