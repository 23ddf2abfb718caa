// Experiments beside each other: what was set differently, how the figures differ, and their curves.
import { alarm, ask, badge, el, experiment, time, title } from "./dom.js";
import { figure } from "./figures.js";

const TONES = { better: "good", worse: "problem" };
const SHAPES = { better: "▲ better", worse: "▼ worse", equivalent: "= same", undecided: "? unsure", not_comparable: "≠ not comparable" };

export async function show(main) {
  document.title = "Compare";
  const of = new URLSearchParams(location.search).getAll("of");
  const { experiments } = await ask("/api/experiments");
  main.replaceChildren(el("h1", {}, "Compare experiments"), picker(experiments, of));
  if (of.length >= 2) await compare(main, of, experiments);
}

function picker(experiments, of) {
  const comparable = experiments.filter(each => each.systems.length && each.state !== "running");
  const select = (id, label, value) => el("label", {}, label,
    el("select", { id, name: "of" }, el("option", { value: "" }, "choose one"),
      comparable.map(each => el("option", { value: each.folder, selected: each.folder === value }, `${title(each)}, ${time(each.begun)}`))));
  const more = of.slice(2).map((value, i) => select(`of-${i + 2}`, "And with", value));
  return el("form", { class: "filters", action: "/compare", onsubmit: event => {
    event.preventDefault();
    const chosen = [...new FormData(event.target).getAll("of")].filter(Boolean);
    location.search = chosen.map(each => "of=" + encodeURIComponent(each)).join("&");
  } },
    select("of-0", "Compare with (before)", of[0]), select("of-1", "Look at (after)", of[1]), more,
    of.length >= 2 && of.length < 6 ? select(`of-${of.length}`, "And with", "") : null,
    el("button", { type: "submit", class: "primary" }, "Compare"));
}

async function compare(main, of, experiments, anyway = false) {
  const wait = el("p", { role: "status" }, "Comparing");
  main.append(wait);
  let study;
  try {
    study = await ask("/api/comparison?" + of.map(each => "of=" + encodeURIComponent(each)).join("&") + (anyway ? "&anyway" : ""));
  } catch (failure) {
    wait.replaceWith(alarm(failure.message));
    if (failure.status === 409) main.append(el("button", { type: "button", onclick: event => { event.target.previousSibling.remove(); event.target.remove(); compare(main, of, experiments, true); } }, "Compare anyway"));
    return;
  }
  const names = Object.fromEntries(experiments.map(each => [each.folder, title(each)]));
  wait.remove();
  for (const pair of study.pairs) {
    main.append(el("section", {},
      el("h2", {}, el("a", { href: experiment(pair.after) }, names[pair.after] ?? pair.after), " beside ", el("a", { href: experiment(pair.before) }, names[pair.before] ?? pair.before)),
      pair.differences.length
        ? el("div", { class: "notice warning" }, el("strong", {}, "Configured differently, so figures may differ because of it"), el("ul", {}, pair.differences.map(each => el("li", {}, each))))
        : el("p", {}, "Configured the same, as far as it was recorded."),
      [...new Set(pair.rows.map(row => row.system))].map(system => matrix(system, pair.rows.filter(row => row.system === system)))));
  }
  main.append(el("section", {}, el("h2", {}, "Curves"), el("div", { class: "columns" }, study.charts.map(chart => figure(chart.panels[0].label, chart)))));
}

function matrix(system, rows) {
  const levels = [...new Set(rows.map(row => row.level))];
  const metrics = [...new Set(rows.map(row => row.metric))];
  return el("div", { class: "table", role: "region", tabindex: "0", "aria-label": system },
    el("table", { class: "matrix compared" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, `${system}: after / before`), levels.map(level => el("th", { scope: "col" }, `${level} users`)))),
      el("tbody", {}, metrics.map(metric => el("tr", {}, el("th", { scope: "row" }, metric),
        levels.map(level => cell(rows.find(row => row.metric === metric && row.level === level))))))));
}

function cell(row) {
  if (!row) return el("td", {}, "N/A");
  return el("td", { class: TONES[row.word] ?? "" },
    el("span", { class: "value" }, row.effect || "N/A"),
    el("span", { class: "word" }, SHAPES[row.word] ?? row.word, row.basis ? `, ${row.basis}` : ""),
    el("span", { class: "word" }, `${row.before || "N/A"} → ${row.after || "N/A"} ${row.unit}`));
}
