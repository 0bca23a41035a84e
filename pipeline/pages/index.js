// The list shows what holds the words that are typed, and a click on a heading, or Enter, sorts it: once more turns it round.
"use strict";
const MOST = 400; // rows shown at once: thousands would take a second to lay out
const find = document.querySelector(".find");
const more = document.querySelector(".more");
const body = document.querySelector("tbody");
const texts = new Map();
for (const row of document.querySelectorAll("tbody tr")) {
  texts.set(row, `${row.textContent} ${row.dataset.find ?? ""}`.toLowerCase());
}

const show = () => {
  const words = find.value.toLowerCase().split(/\s+/);
  let found = 0;
  for (const row of document.querySelectorAll("tbody tr")) {
    const holds = words.every((word) => texts.get(row).includes(word));
    row.hidden = !holds || found >= MOST;
    found += holds;
  }
  more.textContent = found > MOST ? `${MOST} of ${found.toLocaleString("en")} are shown` : "";
};

const key = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
};
const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(b));

const heads = [...document.querySelector("thead").querySelectorAll("th")];
const sort = (column) => {
  const turn = heads[column].ariaSort === "descending" ? 1 : -1;
  heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads[column].ariaSort = turn === 1 ? "ascending" : "descending";
  const keyed = [...body.rows].map((row) => [key(row, column), row]);
  // What is not known comes last, whichever way.
  keyed.sort(([a], [b]) => (a === "") - (b === "") || compare(a, b) * turn);
  body.append(...keyed.map(([, row]) => row));
  show();
};

find.addEventListener("input", show);
heads.forEach((head, column) => {
  if (head.classList.contains("drawn")) return;
  head.tabIndex = 0;
  head.addEventListener("click", () => sort(column));
  head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(column); });
});
show();
