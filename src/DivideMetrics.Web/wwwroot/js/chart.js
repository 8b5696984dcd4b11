// Tells a chart whether the reader's system is dark and the window narrow, and when that changes; and whether it is to wait before it is drawn.
export function watchView(chart, area) {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const narrow = window.matchMedia("(max-width: 640px)");
    const changed = () => chart.invokeMethodAsync("ViewChanged", dark.matches, narrow.matches);
    const wake = () => chart.invokeMethodAsync("Wake");
    let forget = () => {};
    dark.addEventListener("change", changed);
    narrow.addEventListener("change", changed);
    return {
        isDark: () => dark.matches,
        isNarrow: () => narrow.matches,
        sleeps: () => {
            const wait = isSpared() ? untilTouched : isNear(area) ? null : untilNear;
            forget = wait?.(area, wake) ?? forget;
            return wait !== null;
        },
        stop: () => {
            forget();
            dark.removeEventListener("change", changed);
            narrow.removeEventListener("change", changed);
        },
    };
}

// A reader with a finger for a pointer, or who asks to spare data, keeps the server's drawing until it is touched: the script of charts is most of
// what a page weighs. Once it is there, no chart waits for a touch.
function isSpared() {
    return !window.Plotly && (window.matchMedia("(hover: none) and (pointer: coarse)").matches || navigator.connection?.saveData === true);
}

function untilTouched(area, wake) {
    const touch = event => {
        area.classList.remove("sleeps");
        touched.set(area, event.target.closest(".wake") ? null : placeIn(area, event));
        wake();
    };
    area.classList.add("sleeps");
    area.addEventListener("click", touch, { once: true });
    return () => area.removeEventListener("click", touch);
}

// Half a window ahead: a chart further down the page is drawn when the reader comes there.
const ahead = 0.5;

function isNear(area) {
    const box = area.getBoundingClientRect();
    return box.top < window.innerHeight * (1 + ahead) && box.bottom > -window.innerHeight * ahead;
}

function untilNear(area, wake) {
    const observer = new IntersectionObserver(seen => {
        if (seen.some(entry => entry.isIntersecting)) {
            observer.disconnect();
            wake();
        }
    }, { rootMargin: `${100 * ahead}% 0px` });
    observer.observe(area);
    return () => observer.disconnect();
}

// Where charts were touched that slept, until they are awake.
const touched = new WeakMap();

function placeIn(area, event) {
    const box = area.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
}

// The touch that woke a chart takes the focus to it, and shows the value that was touched.
function answerTouch(plot) {
    const area = plot.closest(".chart-area");
    if (!touched.has(area)) {
        return;
    }

    const place = touched.get(area);
    touched.delete(area);
    plot.focus({ preventScroll: true });
    if (place) {
        const box = area.getBoundingClientRect();
        const point = { clientX: box.left + place.x, clientY: box.top + place.y, bubbles: true };
        document.elementFromPoint(point.clientX, point.clientY)?.dispatchEvent(new MouseEvent("mousemove", point));
    }
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

    const name = () => {
        plot.querySelectorAll(marks).forEach(nameMark);
        if (plot.querySelector("[data-point]")) {
            answerTouch(plot);
        }
    };
    plot.setAttribute("tabindex", "0");
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", plot.closest("[data-keys]")?.dataset.keys ?? "");
    plot.addEventListener("keydown", event => walk(event, plot, chart));
    name();
    plot.on("plotly_afterplot", name);
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
