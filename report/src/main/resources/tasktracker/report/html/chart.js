// Draws each .plot from the JSON beside it: panels over one horizontal axis, lines with intervals as bands,
// a cursor that pointer and arrow keys move, and a switch to a logarithmic scale. The dashboard draws with it too,
// and updates its data.

const NS = "http://www.w3.org/2000/svg";
const DASHES = ["", "7 4", "2 4", "10 3 2 3"];
const MOST_MARKED = 24;
const PANEL_HEIGHT = 230;
const TOP = 46;
const BOTTOM = 42;
const AXIS_ROOM = 52;
const NARROW = 560;

const node = (name, attributes = {}, text) => {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
};
const html = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};
const colored = (element, style) => {
  element.classList.add("series");
  element.style.setProperty("--light", style.light);
  element.style.setProperty("--dark", style.dark);
  return element;
};

/** A tenth of a pixel is finer than any screen. */
const place = at => Math.round(10 * at) / 10;

/** The highest figure; a very wide interval runs out of the picture rather than flattening the lines. */
function highest(panel) {
  let values = -Infinity;
  let ends = -Infinity;
  for (const line of panel.lines) {
    for (const points of [line.points, line.runs]) {
      for (const p of points) {
        if (p[1] === null) continue;
        values = Math.max(values, p[1]);
        ends = Math.max(ends, p[3] ?? p[1]);
      }
    }
  }
  return Math.max(values, Math.min(ends, 1.5 * values));
}

/** Of many points, those that show: first, lowest, highest and last of each column of pixels. */
function shown(points, x) {
  const columns = points.length ? x(points.at(-1)[0]) - x(points[0][0]) : 0;
  if (points.length <= MOST_MARKED || points.length <= 2 * columns) return points;
  const kept = [];
  let column = null;
  let some = [];
  const close = () => {
    let low = 0;
    let high = 0;
    for (let i = 1; i < some.length; i++) {
      if (some[i][1] < some[low][1]) low = i;
      if (some[i][1] > some[high][1]) high = i;
    }
    for (const i of [...new Set([0, low, high, some.length - 1])].sort((a, b) => a - b)) kept.push(some[i]);
    some = [];
  };
  for (const point of points) {
    const at = Math.round(x(point[0]));
    if (some.length && at !== column) close();
    column = at;
    some.push(point);
  }
  if (some.length) close();
  return kept;
}

class Plot {
  constructor(holder, index, data) {
    this.id = `plot-${index}`;
    this.holder = holder;
    this.take(data);
    this.logY = false;
    this.logX = this.data.axis === "percentiles";
    this.cursor = null;
    this.svg = node("svg", { tabindex: 0, role: "img", "aria-label": data.description });
    this.readout = html("div", "readout");
    this.readout.hidden = true;
    this.spoken = html("div", "unseen");
    this.spoken.setAttribute("aria-live", "polite");
    this.legend = html("ul", "legend");
    this.holder.append(this.svg, this.readout, this.spoken);
    this.holder.before(this.legend);
    this.holder.after(this.controls());
    this.listen();
    new ResizeObserver(() => this.holder.clientWidth !== this.width && this.draw()).observe(this.holder);
    this.draw();
  }

  take(data) {
    this.data = data;
    const places = new Set();
    for (const panel of data.panels) for (const line of panel.lines) for (const p of line.points) places.add(p[0]);
    this.xs = [...places].sort((a, b) => a - b);
  }

  /** Shows other data; the cursor stays where it is. */
  update(data) {
    const at = this.cursor === null ? null : this.xs[this.cursor];
    this.take(data);
    this.cursor = at === null || !this.xs.length ? null : Math.max(0, this.xs.findIndex(x => x >= at));
    this.switches.forEach(allow => allow());
    this.draw();
  }

  controls() {
    const row = html("div", "controls");
    this.switches = [];
    const add = (label, isPossible, why, flip) => {
      const button = html("button", "", label);
      button.type = "button";
      button.setAttribute("aria-pressed", "false");
      const allow = () => {
        const possible = isPossible() || button.getAttribute("aria-pressed") === "true";
        button.disabled = !possible;
        button.title = possible ? "" : why;
      };
      this.switches.push(allow);
      allow();
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(flip()));
        this.draw();
      });
      row.append(button);
    };
    const isPositive = () => this.data.panels.every(panel => panel.lines.every(line => line.points.every(p => p[1] === null || p[1] > 0)));
    add("Logarithmic values", isPositive, "Not possible: a value is 0", () => (this.logY = !this.logY));
    if (this.data.axis === "users" && this.xs.length > 2) {
      add("Logarithmic " + this.data.x.toLowerCase(), () => this.xs[0] > 0, "Not possible: it starts at 0", () => (this.logX = !this.logX));
    }
    return row;
  }

  listen() {
    this.svg.addEventListener("pointermove", event => this.pointAt(event));
    this.svg.addEventListener("pointerdown", event => this.pointAt(event));
    this.svg.addEventListener("pointerleave", () => document.activeElement !== this.svg && this.moveTo(null));
    this.svg.addEventListener("blur", () => this.moveTo(null));
    this.svg.addEventListener("keydown", event => {
      const last = this.xs.length - 1;
      const at = this.cursor;
      const jump = event.shiftKey ? 10 : 1;
      const to = {
        ArrowRight: at === null ? 0 : Math.min(last, at + jump),
        ArrowLeft: at === null ? last : Math.max(0, at - jump),
        Home: 0,
        End: last,
        Escape: null,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      this.moveTo(to);
      this.spoken.textContent = to === null ? "" : this.readout.textContent;
    });
  }

  pointAt(event) {
    const at = ((event.clientX - this.svg.getBoundingClientRect().left) * this.width) / this.svg.clientWidth;
    let nearest = null;
    this.xs.forEach((x, i) => {
      if (nearest === null || Math.abs(this.x(x) - at) < Math.abs(this.x(this.xs[nearest]) - at)) nearest = i;
    });
    this.moveTo(nearest);
  }

  draw() {
    this.width = Math.max(260, this.holder.clientWidth);
    const wide = this.width >= NARROW;
    const names = this.data.panels.flatMap(panel => panel.lines.map(line => line.name));
    const room = wide && names.length ? Math.min(0.28 * this.width, 22 + 7.4 * Math.max(...names.map(n => n.length))) : 14;
    this.left = AXIS_ROOM;
    this.right = this.width - room;
    this.height = this.data.panels.length * (PANEL_HEIGHT + TOP) + BOTTOM;
    this.x = this.xScale();
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
    this.svg.replaceChildren();
    this.scales = this.data.panels.map((panel, i) => {
      const top = i * (PANEL_HEIGHT + TOP) + TOP;
      this.clip(i, top);
      const y = this.yScale(panel, top, top + PANEL_HEIGHT);
      this.drawFrame(panel, top, y);
      for (const [index, line] of [...panel.lines.entries()].reverse()) this.drawLine(line, index, y.scale, i);
      for (const ring of panel.rings) this.svg.append(node("circle", { class: "ring", cx: this.x(ring[0]), cy: y.scale(ring[1]), r: 9 }));
      if (wide) this.drawNames(panel, y.scale, top);
      return y.scale;
    });
    this.drawLoadAxis();
    this.overlay = node("g");
    this.svg.append(this.overlay);
    this.drawLegend(!wide);
    if (this.cursor !== null) this.moveTo(this.cursor);
  }

  xScale() {
    const low = this.xs[0] ?? 0;
    const high = this.xs.at(-1) ?? 1;
    const air = this.data.axis === "users" ? 16 : 0;
    if (low === high) return () => (this.left + this.right) / 2;
    return (this.logX ? log : linear)(low, high, this.left + air, this.right - air);
  }

  yScale(panel, top, bottom) {
    const limits = (panel.limits ?? []).map(limit => limit.value).filter(value => value <= 4 * highest(panel));
    const high = Math.max(panel.least, highest(panel), ...limits);
    if (this.logY) {
      let low = Infinity;
      for (const line of panel.lines) for (const p of line.points) if (p[1] !== null && p[1] > 0) low = Math.min(low, p[1]);
      const floor = 10 ** (Math.log10(low) - 0.12);
      const ceiling = 10 ** (Math.log10(highest(panel)) + 0.08);
      return { scale: log(floor, ceiling, bottom, top), ticks: logTicks(floor, ceiling) };
    }
    return { scale: linear(0, high * 1.08, bottom, top), ticks: linearTicks(0, high * 1.08, 5) };
  }

  drawFrame(panel, top, y) {
    this.svg.append(node("text", { class: "label", x: 0, y: top - 22 }, panel.label));
    for (const value of y.ticks) {
      const at = y.scale(value);
      this.svg.append(
        node("line", { class: value === 0 ? "axis" : "grid", x1: this.left, x2: this.right, y1: at, y2: at }),
        node("text", { x: this.left - 8, y: at + 4, "text-anchor": "end" }, tick(value)));
    }
    for (const limit of panel.limits ?? []) {
      const at = y.scale(limit.value);
      if (at < top) continue;
      this.svg.append(
        node("line", { class: "limit", x1: this.left, x2: this.right, y1: at, y2: at }),
        node("text", { x: this.left + 4, y: at - 5 }, limit.label));
    }
    let free = this.left;
    for (const span of panel.spans) {
      const from = this.x(Math.max(span.from, this.xs[0]));
      const to = this.x(Math.min(span.to, this.xs.at(-1)));
      this.svg.append(node("rect", { class: span.faint ? "span faint" : "span", x: from, y: top, width: Math.max(1, to - from), height: PANEL_HEIGHT }));
      const half = span.label.length * 3.3;
      const last = this.width - half;
      const above = free + half <= last;
      const at = Math.max(above ? free + half : half, Math.min((from + to) / 2, last));
      if (above) free = at + half + 8;
      this.svg.append(node("text", { x: at, y: above ? top - 6 : top + 14, "text-anchor": "middle" }, span.label));
    }
  }

  /** Bands end where their panel ends. */
  clip(panel, top) {
    const clip = node("clipPath", { id: `${this.id}-${panel}` });
    clip.append(node("rect", { x: 0, y: top, width: this.width, height: PANEL_HEIGHT }));
    this.svg.append(clip);
  }

  drawLine(line, index, y, panel) {
    const group = colored(node("g"), line.style);
    const bands = node("g", { "clip-path": `url(#${this.id}-${panel})` });
    group.append(bands);
    const marked = line.points.length <= MOST_MARKED;
    for (const part of this.parts(line.points.filter(p => p[1] === null || p.length > 2))) {
      const there = part.map(p => `${this.x(p[0])},${y(p[3])}`);
      const back = part.map(p => `${this.x(p[0])},${y(p[2])}`).reverse();
      bands.append(node("path", { class: "band", d: `M${[...there, ...back].join("L")}Z` }));
      if (part.length === 1) {
        const [p] = part;
        bands.append(node("rect", { class: "band", x: this.x(p[0]) - 5, width: 10, y: y(p[3]), height: Math.max(1, y(p[2]) - y(p[3])) }));
      }
    }
    for (const whole of this.parts(line.points)) {
      const part = shown(whole, this.x);
      const attributes = { class: "line", d: "M" + part.map(p => `${place(this.x(p[0]))},${place(y(p[1]))}`).join("L") };
      if (!marked && DASHES[index % DASHES.length]) attributes["stroke-dasharray"] = DASHES[index % DASHES.length];
      group.append(node("path", attributes));
    }
    for (const run of line.runs) group.append(node("circle", { class: "run", cx: this.x(run[0]), cy: y(run[1]), r: 2.5 }));
    if (marked) {
      for (const p of line.points.filter(p => p[1] !== null)) {
        group.append(node("path", { class: "dot", d: line.style.marker, transform: `translate(${this.x(p[0])} ${y(p[1])}) scale(.42)`, "vector-effect": "non-scaling-stroke" }));
      }
    }
    this.svg.append(group);
  }

  /** Stretches without a gap. */
  parts(points) {
    const parts = [[]];
    for (const point of points) point[1] === null ? parts.push([]) : parts.at(-1).push(point);
    return parts.filter(part => part.length);
  }

  drawNames(panel, y, top) {
    const labels = panel.lines
      .map(line => ({ line, last: line.points.findLast(p => p[1] !== null) }))
      .filter(label => label.last)
      .map(label => ({ ...label, at: y(label.last[1]) + 4 }))
      .sort((a, b) => a.at - b.at);
    labels.forEach((label, i) => i && (label.at = Math.max(label.at, labels[i - 1].at + 16)));
    const over = labels.length ? labels.at(-1).at - (top + PANEL_HEIGHT + 4) : 0;
    if (over > 0) labels.forEach(label => (label.at -= over));
    for (const { line, at } of labels) {
      const text = node("text", { class: "name", x: this.right + 6, y: at }, line.name);
      this.svg.append(colored(text, line.style));
    }
  }

  drawLoadAxis() {
    const base = this.height - BOTTOM;
    const few = this.data.axis === "users" && this.xs.length <= 12;
    const last = this.xs.at(-1) ?? 1;
    const ticks = few ? this.xs
      : this.data.axis === "percentiles" ? [1, 2, 10, 100, 1e3, 1e4, 1e5, 1e6].filter(x => x <= last)
      : linearTicks(this.xs[0] ?? 0, last, Math.max(2, this.width / 110));
    let free = Infinity;
    for (const value of [...ticks].reverse()) {
      const at = this.x(value);
      const half = this.label(value).length * 3.5;
      this.svg.append(node("line", { class: "axis", x1: at, x2: at, y1: base, y2: base + 5 }));
      if (at + half < free) {
        this.svg.append(node("text", { x: at, y: base + 18, "text-anchor": "middle" }, this.label(value)));
        free = at - half - 8;
      }
    }
    this.svg.append(node("text", { class: "label", x: (this.left + this.right) / 2, y: base + 37, "text-anchor": "middle" }, this.data.x));
  }

  /** What a place on the horizontal axis is called. */
  label(x) {
    return tick(this.data.axis === "percentiles" ? 100 * (1 - 1 / x) : x);
  }

  drawLegend(shown) {
    this.legend.replaceChildren();
    this.legend.hidden = !shown;
    if (!shown) return;
    const seen = new Set();
    for (const panel of this.data.panels) {
      panel.lines.forEach((line, index) => {
        if (seen.has(line.name)) return;
        seen.add(line.name);
        const item = colored(html("li", "", line.name), line.style);
        const swatch = node("svg", { viewBox: "0 0 30 14", "aria-hidden": "true", class: "plot" });
        const marked = line.points.length <= MOST_MARKED;
        swatch.append(node("path", { class: "line", d: "M1 7H29", "stroke-dasharray": marked ? "" : DASHES[index % DASHES.length] }));
        if (marked) swatch.append(node("path", { class: "dot", d: line.style.marker, transform: "translate(15 7) scale(.36)" }));
        item.prepend(swatch);
        this.legend.append(item);
      });
    }
  }

  moveTo(index) {
    this.cursor = index;
    this.overlay.replaceChildren();
    this.readout.hidden = index === null;
    if (index === null) return;
    const x = this.xs[index];
    const at = this.x(x);
    this.overlay.append(node("line", { class: "cursor", x1: at, x2: at, y1: TOP, y2: this.height - BOTTOM }));
    this.readout.replaceChildren(html("b", "", `${this.label(x)} ${this.data.unit}`));
    this.data.panels.forEach((panel, i) => {
      const table = html("table");
      for (const line of panel.lines) {
        const point = line.points.find(p => p[0] === x);
        if (!point) continue;
        const row = table.insertRow();
        colored(row.insertCell(), line.style).textContent = line.name;
        row.insertCell().textContent = point[1] === null ? "N/A" : number(point[1]);
        row.insertCell().textContent = point[1] === null ? "" : interval(point);
        if (point[1] !== null) {
          this.overlay.append(colored(node("circle", { class: "at", cx: at, cy: this.scales[i](point[1]), r: 8 }), line.style));
        }
      }
      this.readout.append(html("div", "panel", panel.label), table);
    });
    const scale = this.svg.clientWidth / this.width;
    const box = this.readout.offsetWidth;
    const beside = at * scale + 16;
    const left = beside + box <= this.svg.clientWidth ? beside : at * scale - 16 - box;
    this.readout.style.left = `${Math.max(0, Math.min(left, this.svg.clientWidth - box))}px`;
  }
}

document.querySelectorAll(".plot[data-chart]").forEach((holder, index) =>
  new Plot(holder, index, JSON.parse(holder.querySelector("script").textContent)));
