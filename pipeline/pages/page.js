// Hover or focus shows the card of a mark, a click or Enter keeps it; its identities lead to the other numbers that take part.
"use strict";
const { cards, sums, strings } = JSON.parse(document.getElementById("content").textContent);
const desk = document.getElementById("cards");
const overview = document.querySelector(".overview");
const filing = document.documentElement.dataset.filing;
const sumsOf = new Map();
sums.forEach((sum, n) => sum[2].forEach((mark) => sumsOf.set(mark, [...(sumsOf.get(mark) || []), n])));
let kept = false;

const pieces = (mark) => document.querySelectorAll(`mark[data-m="${mark}"]`);
const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

// The marks around a place, the innermost first.
function marksAt(node) {
  const found = [];
  for (let mark = node.closest("mark[data-m]"); mark; mark = mark.parentElement.closest("mark[data-m]")) {
    const number = Number(mark.dataset.m);
    if (!found.includes(number)) found.push(number);
  }
  return found;
}

function query(id) {
  const cell = /^d(\d+)-t(\d+)-l(\d+)-c(\d+)$/.exec(id);
  const item = /^g(\d+)$/.exec(id);
  const key = `filing_id = '${filing.replaceAll("'", "''")}'`;
  const claim = /^k(\d+)$/.exec(id);
  if (claim) return `from marts.fct_claims\nwhere ${key} and claim_no = ${claim[1]};`;
  if (item) return `from marts.fct_guidance\nwhere ${key} and item_no = ${item[1]};`;
  if (!cell) return "";
  return `from raw.cells\nwhere ${key}\n  and (document_no, table_no, line_no, column_no)\n    = (${cell.slice(1).join(", ")});`;
}

function sumLine(sum) {
  const item = element("li", undefined, sum[1] ? "" : "fails");
  const button = element("button", strings[sum[0]], "link");
  button.addEventListener("click", () => mark("part", sum[2], true));
  item.append(button);
  return item;
}

function card(mark) {
  const made = element("section", undefined, "card");
  const list = element("dl");
  for (let n = 0; n < cards[mark].length; n += 2) {
    const [name, value] = [strings[cards[mark][n]], strings[cards[mark][n + 1]]];
    if (name) list.append(element("dt", name), element("dd", value));
    else made.append(element("h3", value));
  }
  made.append(list);
  if (sumsOf.has(mark)) {
    const checked = element("ul");
    sumsOf.get(mark).forEach((n) => checked.append(sumLine(sums[n])));
    made.append(checked);
  }
  const first = pieces(mark)[0];
  const sql = first && query(first.id);
  if (sql) made.append(element("code", sql));
  return made;
}

// Give pieces of some marks a class that no others have.
function mark(name, marks, scrolls) {
  document.querySelectorAll(`mark.${name}`).forEach((piece) => piece.classList.remove(name));
  marks.forEach((each) => pieces(each).forEach((piece) => piece.classList.add(name)));
  const first = scrolls && marks.length && pieces(marks[0])[0];
  if (first) first.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function show(marks) {
  desk.replaceChildren(...marks.map(card));
  overview.hidden = marks.length > 0;
}

function choose(marks) {
  kept = marks.length > 0;
  show(marks);
  desk.querySelectorAll(".card").forEach((each) => each.classList.add("chosen"));
  mark("part", []);
  mark("chosen", marks);
}

document.addEventListener("mouseover", (event) => {
  if (!kept && event.target.closest(".release")) show(marksAt(event.target));
});
document.addEventListener("click", (event) => {
  if (event.target.closest(".release")) choose(marksAt(event.target));
});
document.querySelectorAll(".release mark[id]").forEach((first) => { first.tabIndex = 0; });
document.addEventListener("focusin", (event) => {
  if (!kept && event.target.matches(".release mark")) show(marksAt(event.target));
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".release mark")) {
    event.preventDefault(); // of the button that gets the focus
    choose(marksAt(event.target));
    desk.querySelector("button")?.focus(); // a tab away would be the next of hundreds of marks
  }
  if (event.key === "Escape") {
    if (desk.contains(document.activeElement)) document.querySelector("mark.chosen")?.focus({ preventScroll: true });
    choose([]);
  }
});

function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.matches("mark[data-m]")) return;
  target.closest("details").open = true;
  choose([Number(target.dataset.m)]);
  target.scrollIntoView({ block: "center" });
}
window.addEventListener("hashchange", follow);
document.querySelectorAll(".sum").forEach((item) =>
  item.addEventListener("click", () => mark("part", sums[Number(item.dataset.sum)][2], true)));
follow();
