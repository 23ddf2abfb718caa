// Shows what the address asks for.
import { alarm, el } from "./dom.js";

const main = document.getElementById("content");
const path = location.pathname;
const page = path === "/" ? "list" : path.startsWith("/experiments/") ? "experiment" : path === "/compare" ? "compare" : "new";
for (const link of document.querySelectorAll(".bar a:not(.brand)")) {
  const own = link.getAttribute("href");
  if (own === "/" ? page === "list" : path.startsWith(own)) link.setAttribute("aria-current", "page");
}
try {
  const { show } = await import(`./${page}.js`);
  await show(main);
} catch (failure) {
  main.replaceChildren(el("h1", {}, "This did not work"), alarm(failure.message));
}
