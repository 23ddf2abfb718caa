// Builds elements: every text from anywhere becomes a text node, never markup.

/** An element; properties that begin with "on" are listeners, "class" and the rest are attributes. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Asks the server; what it refuses becomes an error with its words and status. */
export async function ask(path, { method = "GET", body } = {}) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(said.message ?? "The dashboard does not answer"), { status: answer.status });
  return said;
}

/** Tells people who listen rather than look. */
export const say = text => (document.getElementById("said").textContent = text);

export const experiment = folder => `/experiments/${encodeURIComponent(folder)}`;
export const api = folder => `/api/experiments/${encodeURIComponent(folder)}`;
export const file = (folder, path) => `/files/${[folder, ...path.split("/")].map(encodeURIComponent).join("/")}`;

export const time = text =>
  new Date(text).toLocaleString("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** A length of time in words people use. */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

export const title = summary => summary.note.name || summary.folder;

/** A word in a small frame: how far something is, or whether it can be trusted. */
export const badge = (text, tone = "") => el("span", { class: `badge ${tone}` }, text);

const STATES = { running: "live", done: "good", interrupted: "warning", failed: "problem", unfinished: "warning" };
export const stateBadge = state => badge(state, STATES[state] ?? "");

/** How many runs can be trusted: shape and word, so that nobody depends on colours. */
export function validity(counts) {
  const parts = [["INVALID", "✕", "problem"], ["SUSPECT", "!", "warning"], ["VALID", "✓", "good"]]
    .filter(([key]) => counts[key])
    .map(([key, shape, tone]) => badge(`${shape} ${counts[key]} ${key.toLowerCase()}`, tone));
  return el("span", { class: "badges" }, parts);
}

export function copyButton(text) {
  const button = el("button", { type: "button", class: "small", onclick: async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
    } catch {
      // Browsers have no clipboard for pages that come over plain HTTP from another machine.
      button.textContent = "Select it and press Ctrl-C";
    }
    say(button.textContent);
    setTimeout(() => (button.textContent = "Copy"), 1500);
  } }, "Copy");
  return button;
}

/** A command to type into a shell, with a button that copies it. */
export function command(text) {
  const code = el("code", {}, text);
  const box = el("div", { class: "command" }, el("pre", { tabindex: "0" }, code), copyButton(() => code.textContent));
  return Object.assign(box, { show: now => (code.textContent = now) });
}

/** Asks with a dialog of the page; resolves to whether it was confirmed. */
export function confirm(question, yes) {
  return new Promise(resolve => {
    const dialog = el("dialog", { "aria-label": yes, onclose: () => { dialog.remove(); resolve(dialog.returnValue === "yes"); } },
      el("form", { method: "dialog" },
        el("p", {}, question),
        el("div", { class: "actions" },
          el("button", { value: "no" }, "Keep it"),
          el("button", { value: "yes", class: "danger" }, yes))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A notice that is read out. */
export const alarm = message => el("div", { class: "notice problem", role: "alert" }, el("strong", {}, message));
