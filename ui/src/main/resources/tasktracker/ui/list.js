// All experiments, newest first: search, filter, choose to compare; and those that wait for their turn.
import { alarm, ask, badge, command, el, experiment, stateBadge, time, title, validity } from "./dom.js";

const EVERY = 10_000;
const AT_ONCE = 200;

export async function show(main) {
  document.title = "Experiments";
  const search = el("input", { type: "search", id: "search", placeholder: "name, system, finding", oninput: () => draw() });
  const kind = el("select", { id: "kind", onchange: () => draw() });
  const state = el("select", { id: "state", onchange: () => draw() }, ["any", "running", "done", "interrupted", "failed", "unfinished"].map(each => el("option", {}, each)));
  const compare = el("a", { class: "button", href: "/compare", "aria-disabled": "true" }, "Compare chosen");
  const count = el("p", { class: "faint", role: "status" });
  const rows = el("ul", { class: "experiments" });
  const queue = el("div");
  const chosen = new Set();
  let known = { experiments: [], jobs: [] };
  let seen = "";
  let most = AT_ONCE;

  main.replaceChildren(
    el("h1", {}, "Experiments"),
    queue,
    el("div", { class: "filters" },
      el("label", {}, "Search", search), el("label", {}, "Kind", kind), el("label", {}, "State", state), compare),
    count, rows);

  const choose = (folder, on) => {
    on ? chosen.add(folder) : chosen.delete(folder);
    const enough = chosen.size >= 2;
    compare.textContent = chosen.size ? `Compare ${chosen.size} chosen` : "Compare chosen";
    compare.setAttribute("aria-disabled", String(!enough));
    compare.href = "/compare?" + [...chosen].map(each => "of=" + encodeURIComponent(each)).join("&");
  };

  const row = summary => el("li", {},
    el("input", { type: "checkbox", "aria-label": `Choose ${title(summary)} to compare`, checked: chosen.has(summary.folder),
      onchange: event => choose(summary.folder, event.target.checked) }),
    el("div", { class: "what" },
      el("div", { class: "head" }, el("a", { href: experiment(summary.folder) }, title(summary)), stateBadge(summary.state), validity(summary.validity)),
      el("p", { class: "finding" }, summary.headline || (summary.state === "running" ? "Being measured" : "No finding recorded")),
      el("p", { class: "faint" }, [summary.kind.replaceAll("_", " "), summary.systems.join(", "), levels(summary), time(summary.begun), summary.note.name ? summary.folder : ""].filter(Boolean).join(" · ")),
      summary.note.note ? el("p", { class: "note" }, summary.note.note) : null));

  const levels = summary => (summary.levels.length ? `${summary.levels.join(", ")} ${summary.kind === "capacity" ? "arrivals/s" : "users"}` : "");

  const matches = summary => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const text = [summary.folder, summary.note.name, summary.note.note, summary.kind, summary.headline, ...summary.systems].join(" ").toLowerCase();
    return words.every(word => text.includes(word))
      && (kind.value === "any" || kind.value === summary.kind)
      && (state.value === "any" || state.value === summary.state);
  };

  function draw() {
    const found = known.experiments.filter(matches);
    count.textContent = known.experiments.length
      ? found.length === known.experiments.length ? `${found.length} experiments` : `${found.length} of ${known.experiments.length} experiments`
      : "There are no experiments yet.";
    rows.replaceChildren(...found.slice(0, most).map(row));
    if (found.length > most) {
      rows.append(el("li", {}, el("button", { type: "button", onclick: () => { most += 10 * AT_ONCE; draw(); } }, `Show all ${found.length}`)));
    }
    if (!known.experiments.length) rows.append(el("li", {}, el("p", {}, "Start one: ", el("a", { href: "/new/sweep" }, "New experiment"), ", or in a terminal:"), command("./tasktracker sweep --quick")));
  }

  function drawJobs() {
    const open = known.jobs.filter(job => ["queued", "cancelling"].includes(job.state));
    queue.replaceChildren(...(open.length ? [el("section", { class: "queue", "aria-label": "Waiting" },
      el("h2", {}, "Waiting for their turn"),
      el("ul", {}, open.map(job => el("li", {}, el("a", { href: experiment(job.folder) }, job.command), badge(job.state)))))] : []));
  }

  async function load() {
    try {
      const answer = await ask("/api/experiments");
      const text = JSON.stringify(answer);
      if (text === seen) return;
      seen = text;
      known = answer;
      // What is drawn again while it is used loses the keyboard: it waits for the next time.
      const used = part => part.contains(document.activeElement);
      const before = kind.value || "any";
      if (!used(kind)) kind.replaceChildren(...["any", ...new Set(known.experiments.map(each => each.kind).sort())].map(each => el("option", { selected: each === before }, each)));
      if (!used(rows)) draw();
      if (!used(queue)) drawJobs();
      if ([kind, rows, queue].some(used)) seen = "";
    } catch (failure) {
      seen = "";
      count.replaceChildren(alarm(`${failure.message}: does ./tasktracker ui still run?`));
    }
  }
  await load();
  setInterval(() => document.hidden || load(), EVERY);
  document.addEventListener("visibilitychange", () => document.hidden || load());
}
