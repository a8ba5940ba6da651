"""The style sheet and the script of a document as a page; what either says is allowed by its hash alone."""

from collections.abc import Sequence

from edureport.formats.drawings.canvas import DARK
from edureport.formats.html import SMALLEST_POINTS, TABLE_CSS, ShownColumn, as_paragraphs, print_points
from edureport.formats.page import PAGE_CSS

_OWN = """\
body { max-width: 70rem }
.of { font-weight: bold; margin-bottom: 0 }
h1 { margin-top: .3rem }
h2 { font-size: 1.2rem; margin-top: 2.2rem }
h3, h4, h5, h6 { font-size: 1.05rem }
nav ul { columns: 20rem; padding-left: 1.2rem }
nav a { color: var(--link) }
.caption { margin: 1.2rem 0 .3rem; break-after: avoid }
.caption + .scroll, .filter + .scroll { margin-top: 0 }
.filter { margin: .3rem 0 }
.filter input { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--none);
  padding: .2rem .4rem; max-width: 100%; box-sizing: border-box }
.filter output { color: var(--none) }
.approval { margin: 0 0 2rem auto; width: fit-content; max-width: 24rem }
.approval p { margin: .2rem 0 }
figure { margin: 1.5rem 0 }
figure svg { display: block; max-width: 100%; min-width: 40rem; height: auto }
th button { font: inherit; font-weight: bold; color: var(--link); background: none; border: 0; padding: 0;
  text-align: inherit; cursor: pointer }
thead th { overflow-wrap: normal }
[aria-sort=ascending] button::after { content: " ▲" }
[aria-sort=descending] button::after { content: " ▼" }
@page { size: auto; margin: 20mm 15mm 20mm 20mm }
@page annex { size: landscape }
@media print {
  body { font: 11pt/1.4 "Times New Roman", "Liberation Serif", serif }
  .annex { page: annex; break-before: page }
  nav, .filter { display: none }
  h2, h3, h4 { break-after: avoid }
  thead { display: table-header-group }
  th button { color: inherit; display: contents }
  th button::after { content: none !important }
  .short { break-inside: avoid }
  .group th { font-size: 1.1em; padding-top: .6em }
  figure { break-inside: avoid }
  figure svg { min-width: 0 }
}
"""
CSS = (
    PAGE_CSS
    + TABLE_CSS.replace("POINTS", "10pt")
    + _OWN
    + f"@media screen and (prefers-color-scheme: dark) {{ {DARK} }}\n"
)
# Letters of 10 points that a line of paper between the margins holds, upright and on its side.
UPRIGHT, LYING = 85, 125

SCRIPT = """
"use strict";
const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});

// A row, and the parts that stand below it.
function blocks(body) {
  const all = [];
  for (const row of body.rows) {
    if (row.classList.contains("group")) continue;
    if (row.querySelector("th.part") && all.length) all.at(-1).push(row);
    else all.push([row]);
  }
  return all;
}

function sortBy(table, place, way) {
  const value = block => {
    const cell = block[0].cells[place];
    return cell.dataset.v ?? cell.textContent.trim();
  };
  for (const body of table.tBodies) {
    const sorted = blocks(body);
    const numbers = sorted.some(block => block[0].cells[place].dataset.v !== undefined);
    sorted.sort((one, two) => {
      if (way === "none") return one[0].dataset.at - two[0].dataset.at;
      const [a, b] = [value(one), value(two)];
      if (a === "" || b === "") return (a === "") - (b === "");
      const order = numbers ? a - b : collator.compare(a, b);
      return way === "ascending" ? order : -order;
    });
    for (const block of sorted) body.append(...block);
  }
}

for (const table of document.querySelectorAll("table")) {
  const heads = [...table.tHead.rows[0].cells];
  [...table.querySelectorAll("tbody tr")].forEach((row, at) => { row.dataset.at = at; });
  heads.forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = {ascending: "descending", descending: "none"};
      const way = next[head.getAttribute("aria-sort")] ?? "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      if (way !== "none") head.setAttribute("aria-sort", way);
      sortBy(table, place, way);
    });
  });
}

for (const line of document.querySelectorAll(".filter")) {
  const input = line.querySelector("input"), said = line.querySelector("output");
  const table = document.getElementById(input.getAttribute("aria-controls"));
  line.hidden = false;
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLocaleLowerCase(), lower = row => row.textContent.toLocaleLowerCase();
    let shown = 0, all = 0;
    for (const body of table.tBodies) {
      let any = false;
      for (const block of blocks(body)) {
        const whole = lower(block[0]).includes(wanted);
        const parts = block.slice(1).map(row => whole || lower(row).includes(wanted));
        const seen = [whole || parts.includes(true), ...parts];
        block.forEach((row, place) => { row.hidden = !seen[place]; });
        shown += seen.filter(Boolean).length;
        all += seen.length;
        any ||= seen[0];
      }
      for (const row of body.querySelectorAll(".group")) row.hidden = !any;
    }
    said.textContent = wanted && said.dataset.said.replace("{shown}", shown).replace("{all}", all);
  });
}
"""


def print_css(table: str, columns: Sequence[ShownColumn], *, lying: bool = False) -> str:
    """The style that makes a table fit the width of paper: smaller letters, or a paragraph for each row."""
    points = print_points(columns, LYING if lying else UPRIGHT)
    if points > SMALLEST_POINTS:
        return f"@media print {{ {table} {{ font-size: {points:.1f}pt }} }}\n"
    return as_paragraphs(columns, table.removesuffix("table"))
