// Sorts a table by the column whose heading is pressed: numbers by data-value, texts by the alphabet.
// Rows without a value stay last, whichever way.

const key = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
};
const isMissing = value => value === "" || value === "N/A";
const compare = (a, b) =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });

function sort(heading) {
  const ascending = heading.getAttribute("aria-sort") !== "ascending";
  const body = heading.closest("table").tBodies[0];
  const column = heading.cellIndex;
  const rows = [...body.rows].sort((one, other) => {
    const a = key(one, column);
    const b = key(other, column);
    return isMissing(a) || isMissing(b) ? isMissing(a) - isMissing(b) : ascending ? compare(a, b) : compare(b, a);
  });
  for (const other of heading.parentElement.cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  body.append(...rows);
}

for (const button of document.querySelectorAll("table.sortable thead button")) {
  button.addEventListener("click", () => sort(button.closest("th")));
}
