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
