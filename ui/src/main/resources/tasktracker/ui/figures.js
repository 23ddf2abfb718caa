// Charts of the report's own module, in figures with a heading.
import { Plot } from "./chart.js";
import { el } from "./dom.js";

let count = 0;

/** Draws what comes into sight; what nobody sees costs nothing. */
const sight = new IntersectionObserver(entries => entries.forEach(entry => entry.target.seen(entry.isIntersecting)), { rootMargin: "200px" });

/** A figure that shows this data, and can be given other data. */
export function figure(heading, data) {
  const holder = el("div", { class: "plot" });
  const whole = el("figure", {}, el("figcaption", {}, el("h3", {}, heading)), holder);
  let plot = null;
  let visible = true;
  let waiting = null;
  whole.update = now => {
    if (!whole.isConnected) return;
    if (!plot) {
      plot = new Plot(holder, count++, now);
      sight.observe(whole);
    } else if (visible) {
      plot.update(now);
    } else {
      waiting = now;
    }
  };
  whole.seen = now => {
    visible = now;
    if (visible && waiting) plot.update(waiting);
    if (visible) waiting = null;
  };
  if (data) requestAnimationFrame(() => whole.update(data));
  return whole;
}

/** Okabe and Ito's colours, as the report has them. */
const STYLES = [
  ["#0072b2", "#5db3e8"], ["#d55e00", "#ff8f4d"], ["#009e73", "#35c79b"], ["#cc79a7", "#e2a1c4"],
  ["#000000", "#ffffff"], ["#e69f00", "#f0b840"], ["#56b4e9", "#9ad4f5"], ["#7a6a00", "#f5ec7a"],
];
const CIRCLE = "M-11.5 0A11.5 11.5 0 1 0 11.5 0A11.5 11.5 0 1 0 -11.5 0Z";

export const style = index => ({ light: STYLES[index % STYLES.length][0], dark: STYLES[index % STYLES.length][1], marker: CIRCLE });
export const line = (name, index) => ({ name, style: style(index), points: [], runs: [] });
