// Forms of the commands that start experiments, from the command line's own description of them.
import { alarm, ask, command, el, experiment } from "./dom.js";

const PURPOSE = {
  sweep: "Monolith and microservices at rising load",
  versus: "Two to six systems of your own",
  failure: "Break a service under load",
  capacity: "The highest rate within bounds",
  "scaled-comparison": "One monolith, three replicas",
  load: "One load test",
  run: "From an experiment.yaml",
};
/** What a newcomer wants to have set. */
const PRESET = { sweep: { "--quick": "true" }, failure: { "--quick": "true" }, capacity: { "--quick": "true", "--slo": "p95<100ms,error_rate<1%" }, "scaled-comparison": { "--quick": "true" } };

export async function show(main) {
  const { commands } = await ask("/api/commands");
  const wanted = location.pathname.split("/")[2] || "sweep";
  const form = commands.find(each => each.command === wanted);
  document.title = "New experiment";
  main.replaceChildren(
    el("h1", {}, "New experiment"),
    el("ul", { class: "kinds", "aria-label": "Kinds of experiments" }, commands.map(each => el("li", {},
      el("a", { href: `/new/${each.command}`, "aria-current": each.command === wanted ? "page" : false },
        el("b", {}, each.command), el("span", {}, PURPOSE[each.command] ?? ""))))),
    form ? filledIn(form) : alarm(`There is no experiment called ${wanted}`));
}

function filledIn(form) {
  const problem = el("div", { class: "problems", "aria-live": "polite" });
  const words = command(`./tasktracker ${form.command}`);
  const inputs = new Map();
  let asked = 0;
  let timer = null;

  const values = () => Object.fromEntries([...inputs].map(([name, input]) => [name, input.type === "checkbox" ? String(input.checked) : input.value]));
  const object = message => {
    problem.replaceChildren(...(message ? [alarm(message)] : []));
    for (const [name, input] of inputs) {
      const named = message && new RegExp(`(^|[^\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}([^\\w-]|$)`).test(message);
      if (named) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  };
  const check = async () => {
    const turn = ++asked;
    try {
      const answer = await ask("/api/commands", { method: "POST", body: { command: form.command, values: values() } });
      if (turn !== asked) return;
      words.show(answer.command);
      object(answer.problem);
    } catch (failure) {
      if (turn === asked) object(failure.message);
    }
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(check, 250); };

  const preset = PRESET[form.command] ?? {};
  const field = each => {
    const id = "field-" + each.name.replace(/\W/g, "");
    const value = preset[each.name] ?? each.value;
    const common = { id, name: each.name, "aria-describedby": id + "-help", oninput: later };
    const input =
      each.kind === "FLAG" ? el("input", { ...common, type: "checkbox", checked: value === "true" })
      : each.kind === "CHOICE" ? el("select", common, each.value ? null : el("option", { value: "" }, "usual"), each.choices.map(choice => el("option", { selected: choice === value.toLowerCase() }, choice)))
      : each.kind === "LINES" ? el("textarea", { ...common, rows: "3", required: each.required, placeholder: "one a line" })
      : el("input", { ...common, type: "text", inputmode: each.kind === "NUMBER" ? "decimal" : false, required: each.required, value, placeholder: each.label, autocomplete: "off", spellcheck: "false" });
    inputs.set(each.name, input);
    const label = el("label", { for: id }, each.positional ? each.label : each.name.replace(/^--/, "").replaceAll("-", " ").replace(/\bcpu\b/, "CPU").replace(/\bslo\b/, "objective (SLO)"), each.required ? el("span", { class: "faint" }, " (needed)") : null);
    const help = el("p", { class: "help", id: id + "-help" }, each.help);
    return el("div", { class: each.kind === "FLAG" ? "field flag" : "field" }, each.kind === "FLAG" ? [input, label, help] : [label, input, help]);
  };

  const start = el("button", { type: "submit", class: "primary" }, "Start");
  const whole = el("form", { novalidate: true, onsubmit: async event => {
    event.preventDefault();
    clearTimeout(timer);
    start.disabled = true;
    start.textContent = "Starting";
    try {
      const { job } = await ask("/api/jobs", { method: "POST", body: { command: form.command, values: values() } });
      location.href = experiment(job.folder);
    } catch (failure) {
      object(failure.message);
      start.disabled = false;
      start.textContent = "Start";
      problem.scrollIntoView({ block: "nearest" });
    }
  } },
    el("p", {}, form.summary.join(" ")),
    el("div", { class: "begin" }, words, problem,
      el("div", { class: "actions" }, start, el("span", { class: "faint" }, "One experiment is measured at a time; others wait for their turn."))),
    el("div", { class: "fields" }, form.fields.filter(each => each.important).map(field)),
    el("details", {}, el("summary", {}, `All options (${form.fields.filter(each => !each.important).length} more)`),
      el("div", { class: "fields" }, form.fields.filter(each => !each.important).map(field))));
  check();
  return whole;
}
