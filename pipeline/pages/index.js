// The list shows what holds the words that are typed.
"use strict";
const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
document.querySelector(".find").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase().split(/\s+/);
  rows.forEach(([row, text]) => (row.hidden = !words.every((word) => text.includes(word))));
});
