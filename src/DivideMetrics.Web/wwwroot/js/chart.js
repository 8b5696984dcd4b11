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

// The marks that stand for values, in the order of their traces.
const marks = ".scatterlayer .points path.point, .barlayer .point path, .choroplethlayer path.choroplethlocation, .scattergeo path.point";

const patience = 100;

// Gives every mark its name, and lets the arrow keys walk over them: the chart itself is the one stop of the Tab key.
export function nameMarks(id, chart, tries = 0) {
    const plot = document.getElementById(id);
    if (!plot?.on) {
        if (plot && tries < patience) {
            setTimeout(() => nameMarks(id, chart, tries + 1), 100);
        }
        return;
    }

    const name = () => plot.querySelectorAll(marks).forEach(nameMark);
    name();
    plot.on("plotly_afterplot", name);
    plot.setAttribute("tabindex", "0");
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", plot.closest("[data-keys]")?.dataset.keys ?? "");
    plot.addEventListener("keydown", event => walk(event, plot, chart));
}

// Plotly keeps a mark's point, or its point's trace, beside the element.
function nameMark(mark) {
    const point = mark.__data__?.trace || mark.__data__?.i !== undefined ? mark.__data__ : mark.parentNode.__data__;
    const trace = point?.trace ?? mark.closest(".trace")?.__data__?.[0]?.trace;
    const index = point?.i ?? point?.index;
    const text = Array.isArray(trace?.hovertext) ? trace.hovertext[index] : null;
    if (!text) {
        return;
    }

    const holder = document.createElement("template");
    holder.innerHTML = text.replaceAll("<br>", "; ").replace("</b>; ", "</b>, ");
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", holder.content.textContent);
    mark.setAttribute("tabindex", "-1");
    mark.dataset.trace = trace.index;
    mark.dataset.point = index;
}

function walk(event, plot, chart) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const named = [...plot.querySelectorAll("[data-point]")];
    const here = named.indexOf(document.activeElement);
    if (step && named.length > 0) {
        event.preventDefault();
        named[here < 0 && step < 0 ? named.length - 1 : (here + step + named.length) % named.length].focus();
    } else if (event.key === "Home" || event.key === "End") {
        event.preventDefault();
        named.at(event.key === "Home" ? 0 : -1)?.focus();
    } else if (event.key === "Escape") {
        plot.focus();
    } else if (event.key === "Enter" && here >= 0) {
        chart.invokeMethodAsync("MarkChosen", Number(named[here].dataset.trace), Number(named[here].dataset.point));
    }
}
