// What the lines of live.jsonl amount to: the plan, the seconds as charts, faults, validity so far, the log.
import { line } from "./figures.js";

const LOG_LINES = 400;
const GAP = 3;

const chart = (label, names, least = 0) => ({
  description: `${label} by second. Arrow keys read the values.`,
  x: "Seconds since the begin",
  unit: "s",
  axis: "seconds",
  panels: [{ label, least, lines: names.map(line), rings: [], spans: [], limits: [] }],
});

/** Everything so far; grows with the seconds, a few numbers each. */
export class Live {
  constructor() {
    this.begin = null;
    this.x = 0;
    this.runs = new Map();
    this.unit = "users";
    this.log = [];
    this.faults = [];
    this.measured = 0;
    this.doubtful = 0;
    this.doubts = new Map();
    this.charts = {
      throughput: chart("Requests per second", ["throughput", "goodput"], 1),
      latency: chart("Latency in ms", ["p50", "p95", "p99"]),
      users: chart("Virtual users", ["users"], 1),
      errors: chart("Failed requests per second by kind", [], 1),
      cpu: chart("CPU by service in percent of one vCPU", [], 10),
      memory: chart("Memory by service in MB", [], 10),
      generator: chart("Generator: share of its processors in percent", ["CPU"], 100),
    };
    this.places = new Map();
  }

  /** Takes one line; what it does not know it leaves alone. */
  take(event) {
    if (Number.isNaN(Date.parse(event.at))) return;
    this.begin ??= Date.parse(event.at);
    this.x = this.at(event);
    this[`on_${event.event}`]?.(event);
    this.last = Date.parse(event.at);
  }

  at(event) {
    return Math.max(0, Math.round((Date.parse(event.at) - this.begin) / 1000));
  }

  on_started(event) {
    // It goes on after a break, which is no time of the experiment.
    if (this.last !== undefined) this.begin += Date.parse(event.at) - this.last;
    this.x = this.at(event);
    this.ended = null;
    this.kind = event.kind;
  }

  on_planned(event) {
    this.unit = event.level_unit;
    this.systems = event.systems ?? [];
    this.seconds = event.run_seconds;
    for (const run of event.runs) this.runs.set(run.run, { ...run, state: "planned" });
    this.limit = limit(event.objective);
    if (this.limit) this.charts.latency.panels[0].limits = [this.limit];
    this.objective = event.objective;
  }

  on_stage(event) {
    this.stage = event;
  }

  on_run_started(event) {
    this.current = { ...(this.runs.get(event.run) ?? event), ...event, state: "running", from: this.x };
    this.runs.set(event.run, this.current);
    this.second = null;
  }

  on_second(event) {
    this.second = event;
    this.stage = null;
    const { requests, generator } = event;
    this.point("users", "users", event.users);
    if (requests) {
      this.point("throughput", "throughput", requests.throughput);
      this.point("throughput", "goodput", requests.goodput);
      for (const percent of ["p50", "p95", "p99"]) this.point("latency", percent, requests[`${percent}_ms`] ?? null);
      const kinds = Object.keys(requests.errors ?? {});
      for (const each of this.charts.errors.panels[0].lines) if (!kinds.includes(each.name)) this.point("errors", each.name, 0);
      for (const each of kinds) this.point("errors", each, requests.errors[each]);
    }
    for (const [service, usage] of Object.entries(event.services ?? {})) {
      const name = service.replace(/^tasktracker_/, "");
      this.point("cpu", name, usage.cpu_percent);
      this.point("memory", name, usage.memory_bytes === null ? null : usage.memory_bytes / 1e6);
    }
    if (generator) {
      this.point("generator", "CPU", generator.cpu_share === null ? null : 100 * generator.cpu_share);
      if (event.phase === "measurement") {
        this.measured++;
        if (generator.doubts.length) this.doubtful++;
        for (const doubt of generator.doubts) this.doubts.set(doubt.replace(/[\d.]+/g, "…"), doubt);
      }
    }
    if (event.phase === "measurement" && this.current && this.current.measuredFrom === undefined) this.current.measuredFrom = this.x;
    if (event.phase === "measurement" && this.current) this.current.measuredTo = this.x;
    this.placeFault();
  }

  /** Adds a place to a line, which is new where its name is. Where nothing was told for a while, the line has a gap. */
  point(chartName, name, value) {
    const lines = this.charts[chartName].panels[0].lines;
    let own = lines.find(each => each.name === name);
    if (!own) lines.push((own = line(name, lines.length)));
    const last = own.points.at(-1);
    if (last?.[0] === this.x) return;
    if (last && this.x - last[0] > GAP) own.points.push([last[0] + 1, null]);
    own.points.push([this.x, value]);
  }

  on_fault_began(event) {
    this.faults.push({ from: this.x, to: this.x, label: "fault", what: event.fault, open: true });
    this.placeFault();
  }

  on_fault_undone() {
    this.placeFault();
    for (const fault of this.faults) fault.open = false;
    if (this.second) this.second.fault = null;
  }

  placeFault() {
    for (const fault of this.faults) if (fault.open) fault.to = this.x;
  }

  on_run_ended(event) {
    this.runs.set(event.run, { ...this.runs.get(event.run), ...event, state: "done", to: this.x });
    if (this.current?.run === event.run) this.current = null;
    this.second = null;
  }

  on_run_failed(event) {
    this.runs.set(event.run, { ...this.runs.get(event.run), ...event, state: "failed", to: this.x });
    if (this.current?.run === event.run) this.current = null;
  }

  on_verdict(event) {
    this.verdict = event;
  }

  on_line(event) {
    this.log.push(event.text);
    if (this.log.length > 2 * LOG_LINES) this.log.splice(0, this.log.length - LOG_LINES);
  }

  on_ended(event) {
    this.ended = event;
    this.current = null;
    this.stage = null;
    for (const run of this.runs.values()) if (run.state === "running") run.state = "planned";
  }

  /** The charts that have something to show, with runs or faults as shaded spans. */
  shown() {
    const spans = this.faults.length ? this.faults : this.spans();
    const lasting = Object.entries(this.charts).filter(([, data]) => data.panels[0].lines.some(each => each.points.length > 1));
    for (const [, data] of lasting) data.panels[0].spans = spans;
    return lasting;
  }

  spans() {
    const runs = [...this.runs.values()].filter(run => run.measuredFrom !== undefined);
    const name = runs.length <= 2 ? run => `${run.system} ${run.level}` : runs.length <= 12 ? run => String(run.level) : () => "";
    return runs.map((run, i) => ({ from: run.measuredFrom, to: run.measuredTo, label: name(run), faint: i % 2 === 1 }));
  }

  counts() {
    const all = [...this.runs.values()];
    return { all: all.length, done: all.filter(run => run.state === "done" || run.state === "failed").length };
  }

  /** Seconds to the end, from how long runs took so far; null where nobody can tell. */
  left() {
    const done = [...this.runs.values()].filter(run => run.to !== undefined);
    const planned = [...this.runs.values()].filter(run => run.state === "planned").length;
    const now = this.second && this.current ? this.second.remaining_s : 0;
    if (!planned) return this.current && this.second ? now : null;
    const first = Math.min(...[...this.runs.values()].filter(run => run.from !== undefined).map(run => run.from));
    return done.length ? now + (planned * (Math.max(...done.map(run => run.to)) - first)) / done.length : null;
  }
}

/** The line of an objective such as p95<100ms or 99.9%<500ms. */
function limit(objective) {
  const found = /(p\d+|[\d.]+%)\s*<\s*([\d.]+)\s*(ms|s)/.exec(objective ?? "");
  return found ? { value: Number(found[2]) * (found[3] === "s" ? 1000 : 1), label: `objective ${found[0]}` } : null;
}
