// Tells a chart whether the reader's system is dark, and when that changes.
export function watchScheme(chart) {
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    const changed = () => chart.invokeMethodAsync("SchemeChanged", query.matches);
    query.addEventListener("change", changed);
    return {
        isDark: () => query.matches,
        stop: () => query.removeEventListener("change", changed),
    };
}
