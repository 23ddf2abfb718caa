// One experiment: what it found, how it goes on, its charts, its files.
import { alarm, api, ask, badge, command, confirm, el, experiment, file, say, span, stateBadge, time, title, validity } from "./dom.js";
import { number } from "./chart.js";
import { figure } from "./figures.js";
import { Live } from "./live.js";

const EVERY = 15_000;
const REDRAW = 900;
const LOOK_AGAIN = 2_000;
const UNDER_WAY = ["running", "cancelling", "queued"];
const HEADINGS = { throughput: "Throughput and goodput", latency: "Latency", users: "Users", errors: "Errors", cpu: "CPU", memory: "Memory", generator: "Generator" };
const TONES = { better: "good", worse: "problem" };

export async function show(main) {
  const folder = decodeURIComponent(location.pathname.split("/")[2]);
  const page = new ExperimentPage(main, folder);
  await page.begin();
}

class ExperimentPage {
  constructor(main, folder) {
    this.folder = folder;
    this.live = new Live();
    this.lines = 0;
    this.figures = new Map();
    this.parts = Object.fromEntries(["head", "verdict", "now", "soFar", "charts", "generator", "log", "curves", "files"].map(name => [name, el("section", { class: name })]));
    main.replaceChildren(...Object.values(this.parts));
  }

  async begin() {
    await this.refresh();
    this.follow();
    setInterval(() => document.hidden || this.over || this.refresh().catch(() => {}), EVERY);
    document.addEventListener("visibilitychange", () => (document.hidden ? this.source?.close() : this.follow()));
  }

  async refresh() {
    const now = await ask(api(this.folder));
    const first = !this.known;
    this.known = now;
    // What a running one prints is not shown, and a part that is drawn again loses the keyboard.
    const text = JSON.stringify([now.summary, now.job?.state, now.job?.exit_code]);
    if (text !== this.drawn) {
      this.drawn = text;
      this.drawHead();
      this.drawFiles();
      const running = now.summary?.state === "running";
      this.over = !running && !UNDER_WAY.includes(now.job?.state);
      if (this.over && now.summary) await this.drawFindings();
      if (!first && now.summary) say(`${title(now.summary)}: ${now.summary.state}`);
      if (now.summary && !this.source) this.follow();
    }
    if (!now.summary && !this.over && !this.again) {
      this.again = setTimeout(() => {
        this.again = null;
        this.refresh().catch(failure => this.parts.now.replaceChildren(alarm(failure.message)));
      }, LOOK_AGAIN);
    }
  }

  // -- what happens

  follow() {
    if (document.hidden || !this.known?.summary || this.streamed) return;
    this.source?.close();
    this.source = new EventSource(`${api(this.folder)}/events?after=${this.lines}`);
    this.source.onmessage = message => {
      this.lines = Number(message.lastEventId);
      try {
        this.live.take(JSON.parse(message.data));
      } catch {
        // A line that somebody else wrote.
      }
      this.later();
    };
    this.source.addEventListener("over", () => this.end());
    this.source.onerror = () => {
      if (this.source.readyState !== EventSource.CLOSED) return;
      this.later();
      if (!this.over) setTimeout(() => this.follow(), EVERY);
    };
  }

  end() {
    this.streamed = true;
    this.source.close();
    this.later();
    this.refresh().catch(() => {});
  }

  later() {
    if (this.due) return;
    this.due = true;
    const wait = Math.max(0, (this.last ?? 0) + Math.max(REDRAW, 10 * (this.took ?? 0)) - performance.now());
    setTimeout(() => requestAnimationFrame(() => {
      this.due = false;
      this.last = performance.now();
      this.drawLive();
      this.took = performance.now() - this.last;
    }), wait);
  }

  // -- the head

  drawHead() {
    const { summary, job } = this.known;
    document.title = summary ? title(summary) : this.folder;
    const running = summary?.state === "running";
    const waiting = !summary && job;
    const busy = running || UNDER_WAY.includes(job?.state);
    const failed = job?.state === "ended" && job.exit_code !== 0;
    this.parts.head.replaceChildren(...[
      el("h1", {}, summary ? title(summary) : this.folder),
      summary ? el("p", { class: "faint" }, [summary.kind.replaceAll("_", " "), summary.systems.join(", "), `begun ${time(summary.begun)}`, summary.note.name ? summary.folder : ""].filter(Boolean).join(" · ")) : null,
      el("p", { class: "badges" }, summary ? [stateBadge(summary.state), validity(summary.validity)] : badge(job?.state ?? "")),
      summary?.note.note ? el("p", { class: "note" }, summary.note.note) : null,
      waiting && job.state !== "ended" ? el("p", { role: "status" }, job.state === "queued" ? "Waits for its turn: one experiment is measured at a time." : "Starting. After a change of the lab's own code it is built first.") : null,
      failed && !running ? el("div", { class: "notice problem", role: "alert" }, el("strong", {}, job.exit_code == null ? "It did not start" : `Ended with exit code ${job.exit_code}`), el("ul", {}, job.output.map(each => el("li", {}, each)))) : null,
      el("div", { class: "actions" },
        busy ? this.button(job?.state === "cancelling" ? "Cancelling" : "Cancel", "danger", () => this.cancel(), job?.state === "cancelling") : null,
        this.reports().map(each => el("a", { class: "button", href: file(this.folder, each), target: "_blank", rel: "noopener" }, each.includes("failure") ? "Failure report" : "Report")),
        summary && !running ? el("a", { class: "button", href: `/compare?of=${encodeURIComponent(this.folder)}` }, "Compare") : null,
        summary ? this.button("Name and note", "", () => this.annotate()) : null,
        !busy && ["interrupted", "failed", "unfinished"].includes(summary?.state) && this.known.config?.concurrency_levels && this.known.config?.architectures && !this.known.config.capacity ? this.button("Go on", "", () => this.resume()) : null,
        summary && !busy ? this.button("Delete", "danger", () => this.trash()) : null),
      summary?.command || job?.command ? command(job?.command ?? summary.command) : null,
    ].filter(Boolean));
  }

  reports() {
    return (this.known.files ?? []).map(each => each.path).filter(path => ["report.html", "failure_report.html"].includes(path));
  }

  button(label, tone, action, disabled = false) {
    return el("button", { type: "button", class: tone, disabled, onclick: async event => {
      event.target.disabled = true;
      try {
        await action();
      } catch (failure) {
        this.parts.head.append(alarm(failure.message));
      }
      event.target.disabled = false;
      event.target.focus();
    } }, label);
  }

  async cancel() {
    if (!(await confirm("Cancel this experiment? Faults are undone, and what was measured is kept.", "Cancel it"))) return;
    await ask(`${api(this.folder)}/cancel`, { method: "POST", body: {} });
    await this.refresh();
  }

  async resume() {
    await ask(`${api(this.folder)}/resume`, { method: "POST", body: {} });
    location.reload();
  }

  async trash() {
    if (!(await confirm(`Move ${this.folder} to the trash, results and all? It stays on the disk in .trash beside the results.`, "Delete"))) return;
    await ask(`${api(this.folder)}/trash`, { method: "POST", body: { confirm: this.folder } });
    location.href = "/";
  }

  annotate() {
    const { note } = this.known.summary;
    const name = el("input", { id: "name", type: "text", maxlength: "120", value: note.name, placeholder: "after the pool fix" });
    const words = el("textarea", { id: "note", rows: "4", maxlength: "4000" }, note.note);
    const dialog = el("dialog", { "aria-label": "Name and note", onclose: () => dialog.remove() }, el("form", { method: "dialog", onsubmit: async event => {
      event.preventDefault();
      try {
        await ask(`${api(this.folder)}/note`, { method: "PUT", body: { name: name.value, note: words.value } });
        dialog.close();
        await this.refresh();
      } catch (failure) {
        dialog.append(alarm(failure.message));
      }
    } },
      el("div", { class: "field" }, el("label", { for: "name" }, "Name"), name),
      el("div", { class: "field" }, el("label", { for: "note" }, "Note"), words),
      el("div", { class: "actions" }, el("button", { type: "button", onclick: () => dialog.close() }, "Leave it"), el("button", { type: "submit", class: "primary" }, "Save"))));
    document.body.append(dialog);
    dialog.showModal();
  }

  // -- while it runs

  drawLive() {
    const { live } = this;
    this.drawNow();
    this.drawSoFar();
    const shown = live.shown();
    if (shown.length && !this.grid) {
      this.grid = el("div", { class: "columns" });
      this.parts.charts.replaceChildren(el("h2", {}, "Second by second"), this.grid);
    }
    for (const [name, data] of shown) {
      if (!this.figures.has(name)) {
        this.figures.set(name, figure(HEADINGS[name]));
        this.grid.append(...Object.keys(HEADINGS).map(key => this.figures.get(key)).filter(Boolean));
      }
      this.figures.get(name).update(data);
    }
    this.drawGenerator();
    this.drawLog();
    if (live.verdict && live.verdict !== this.verdict) this.drawVerdict(live.verdict);
    if (live.ended && live.ended !== this.told) {
      this.told = live.ended;
      this.refresh().catch(() => {});
    }
  }

  drawNow() {
    const { live } = this;
    const running = this.known.summary?.state === "running" && !live.ended;
    if (!running) return this.parts.now.replaceChildren();
    const { all, done } = live.counts();
    const { current, second, stage } = live;
    const left = live.left();
    const doing = stage ? `${stage.system}: ${stage.stage}${stage.detail ? `, ${stage.detail}` : ""}` : second ? `${second.system}, ${second.level} ${live.unit}: ${second.phase}` : "Preparing";
    const fault = second?.fault;
    const requests = second?.requests;
    const facts = [
      ["Runs", all ? `${done} of ${all} done` : done ? `${done} done` : "none done yet"],
      ["Now", doing],
      ["Time left", all && done === all ? "little: results are analysed and written" : left === null ? "not known yet" : `about ${span(left)}`],
      ["Users", second ? number(second.users) : "0"],
      ["Throughput", requests ? `${number(requests.throughput)}/s, goodput ${number(requests.goodput)}/s` : "none yet"],
      ["Latency", requests ? ["p50", "p95", "p99"].map(key => `${key} ${requests[`${key}_ms`] === null ? "N/A" : `${number(requests[`${key}_ms`])} ms`}`).join(", ") : "none yet"],
      live.objective ? ["Objective", live.objective] : null,
      fault ? ["Fault", fault] : null,
    ].filter(Boolean);
    const bar = all ? el("progress", { max: String(all), value: String(done), "aria-label": "Runs done" }) : null;
    this.parts.now.replaceChildren(el("h2", {}, current ? `Measuring ${current.system} at ${current.level} ${live.unit}` : "Under way"), bar ?? "", el("dl", { class: "facts now" }, facts.map(([name, value]) => [el("dt", {}, name), el("dd", { class: name === "Fault" ? "problem" : "" }, value)])));
  }

  /** The matrix as it fills up: figures so far, and no words before the verdict. */
  drawSoFar() {
    const runs = [...this.live.runs.values()];
    const text = JSON.stringify(runs.map(run => [run.run, run.state, run.figures]));
    if (!runs.length || text === this.table) return;
    this.table = text;
    const measured = new Set(runs.map(run => run.system));
    const systems = [...new Set([...(this.live.systems ?? []).filter(system => measured.has(system)), ...measured])];
    const levels = [...new Set(runs.map(run => run.level))].sort((a, b) => a - b);
    const at = (system, level) => runs.filter(run => run.system === system && run.level === level);
    this.parts.soFar.replaceChildren(el("h2", {}, "Plan and figures so far"),
      el("div", { class: "table", role: "region", tabindex: "0", "aria-label": "Runs" }, el("table", { class: "matrix" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "System"), levels.map(level => el("th", { scope: "col" }, `${number(level)} ${this.live.unit}`)))),
        el("tbody", {},
          systems.map(system => el("tr", {}, el("th", { scope: "row" }, system), levels.map(level => planCell(at(system, level))))),
          systems.length === 2 ? el("tr", {}, el("th", { scope: "row" }, `p95, ${systems[1]} / ${systems[0]}`), levels.map(level => ratioCell(at(systems[0], level), at(systems[1], level)))) : null))));
  }

  drawGenerator() {
    const { live } = this;
    if (!live.measured || live.measured === this.watched) return;
    this.watched = live.measured;
    const share = live.doubtful / live.measured;
    this.parts.generator.replaceChildren(el("h2", {}, "Can the generator be trusted?"),
      el("p", {}, live.doubtful === 0 ? `✓ Nothing speaks against any of the ${number(live.measured)} measured seconds so far.` : `! ${number(live.doubtful)} of ${number(live.measured)} measured seconds (${number(100 * share)} %) are in doubt. Each run is judged as a whole when it ends.`),
      live.doubts.size ? el("ul", { class: "points" }, [...live.doubts.values()].map(doubt => el("li", {}, doubt))) : "",
      ...[...live.runs.values()].filter(run => run.reasons?.length).map(run => el("div", { class: `notice ${run.validity === "INVALID" ? "problem" : "warning"}` }, el("strong", {}, `${run.validity}: ${run.system}, ${run.level} ${live.unit}`), el("ul", {}, run.reasons.map(reason => el("li", {}, reason))))));
  }

  drawLog() {
    const { log } = this.live;
    if (!log.length) return;
    if (!this.pre) {
      this.pre = el("pre", { class: "tail", tabindex: "0", "aria-label": "Log" });
      this.parts.log.replaceChildren(el("details", {}, el("summary", {}, "Log"), this.pre));
    }
    const low = this.pre.scrollTop + this.pre.clientHeight >= this.pre.scrollHeight - 8;
    this.pre.textContent = log.slice(-400).join("\n");
    if (low) this.pre.scrollTop = this.pre.scrollHeight;
  }

  // -- after its end

  drawVerdict(verdict) {
    this.verdict = verdict;
    this.parts.verdict.replaceChildren(...[
      el("h2", {}, "Verdict"),
      el("ul", { class: "lead" }, verdict.headlines.map(each => el("li", {}, each))),
      ...verdict.matrices.map(matrix => el("div", { class: "table", role: "region", tabindex: "0", "aria-label": matrix.headings[0] }, el("table", { class: "matrix" },
        el("thead", {}, el("tr", {}, matrix.headings.map(heading => el("th", { scope: "col" }, heading)))),
        el("tbody", {}, matrix.rows.map(row => el("tr", {}, el("th", { scope: "row" }, row.metric), row.cells.map(cell => el("td", { class: TONES[cell.tone] ?? "" }, el("span", { class: "value" }, cell.size), el("span", { class: "word" }, cell.word))))))))),
      verdict.limits ? el("p", {}, verdict.limits) : null,
      verdict.sentences.length ? el("ul", { class: "points" }, verdict.sentences.map(each => el("li", {}, each))) : null,
      verdict.warnings.length ? el("div", { class: "notice warning" }, el("strong", {}, "What is wrong with this data"), el("ul", {}, verdict.warnings.map(each => el("li", {}, each)))) : null,
    ].filter(Boolean));
  }

  /** Experiments of older labs have left no verdict in a log, and curves come from their results. */
  async drawFindings(anyway = false) {
    this.parts.curves.replaceChildren(el("p", { class: "faint", role: "status" }, "Analysing its results"));
    try {
      const insist = anyway ? "?anyway" : "";
      const { charts } = await ask(`${api(this.folder)}/charts${insist}`);
      this.parts.curves.replaceChildren(...(charts.length ? [el("h2", {}, "By load"), el("div", { class: "columns" }, charts.map(chart => figure(chart.panels[0].label, chart)))] : []));
      if (!this.live.verdict) this.drawVerdict(await ask(`${api(this.folder)}/verdict${insist}`));
    } catch (failure) {
      this.parts.curves.replaceChildren(el("p", { class: "faint" }, failure.message), ...(failure.status === 409 ? [this.button("Analyse anyway", "", () => this.drawFindings(true))] : []));
    }
  }

  drawFiles() {
    const files = this.known.files ?? [];
    if (!files.length) return;
    const item = each => el("li", {}, el("a", { href: each.kind === "plot" ? `/plots/${each.path.split("/").map(encodeURIComponent).join("/")}` : file(this.folder, each.path), target: "_blank", rel: "noopener" }, each.path), el("span", { class: "faint" }, ` ${size(each.bytes)}`));
    const plots = files.filter(each => each.kind === "plot");
    const listed = files.length - plots.length;
    const leftOut = this.known.files_left_out ?? 0;
    this.parts.files.replaceChildren(el("h2", {}, "Files"),
      ...(plots.length ? [el("details", {}, el("summary", {}, `Plots (${plots.length})`), el("ul", { class: "filelist" }, plots.map(item)))] : []),
      el("details", {}, el("summary", {}, leftOut ? `All files (the first ${number(listed)} of ${number(listed + leftOut)})` : `All files (${listed})`), el("ul", { class: "filelist" }, files.filter(each => each.kind === "file").map(item))),
      ...(this.known.config ? [el("details", {}, el("summary", {}, "Settings"), el("dl", { class: "facts" }, Object.entries(this.known.config).map(([key, value]) => [el("dt", {}, key), el("dd", {}, typeof value === "string" ? value : JSON.stringify(value))])))] : []));
  }
}

const mean = (runs, key) => {
  const known = runs.map(run => run.figures?.[key]).filter(value => typeof value === "number");
  return known.length ? known.reduce((a, b) => a + b, 0) / known.length : null;
};
const size = bytes => (bytes < 10_000 ? `${number(bytes)} B` : bytes < 10_000_000 ? `${number(bytes / 1e3)} kB` : `${number(bytes / 1e6)} MB`);

function planCell(runs) {
  if (!runs.length) return el("td", {}, "");
  const p95 = mean(runs, "latency_p95_ms");
  const rate = mean(runs, "throughput_rps");
  const errors = mean(runs, "error_rate");
  const count = state => runs.filter(run => run.state === state).length;
  const states = [[count("done"), "✓ done"], [count("running"), "● running"], [count("failed"), "✕ failed"], [count("planned"), "planned"]]
    .filter(([many]) => many).map(([many, word]) => (runs.length > 1 ? `${word} ${many}` : word)).join(", ");
  return el("td", { class: count("running") ? "current" : "" },
    el("span", { class: "value" }, p95 === null ? "–" : `p95 ${number(p95)} ms`),
    rate === null ? null : el("span", { class: "word" }, `${number(rate)}/s, ${errors === null ? "" : `${number(errors)} % errors`}`),
    el("span", { class: "word" }, states));
}

function ratioCell(ones, others) {
  const one = mean(ones, "latency_p95_ms");
  const other = mean(others, "latency_p95_ms");
  return el("td", {}, el("span", { class: "value" }, one && other ? `× ${number(other / one)}` : "–"), el("span", { class: "word" }, one && other ? "no interval yet" : ""));
}
