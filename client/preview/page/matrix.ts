import type { MatrixRowShown, MatrixTab } from "../../../server/preview-protocol.ts";
import { el, filled, mark, menuFor } from "./dom.ts";
import type { Page } from "./page.ts";

/** Who answers for what: a grid in which arrows go from cell to cell. */
export function matrixView(page: Page, matrix: MatrixTab): HTMLElement {
  const { words } = page;
  if (matrix.fields.length === 0) return el("p", { class: "empty" }, words.matrixEmpty);
  const heads = matrix.columns.map(({ at, title, holder, is }) =>
    el(
      "th",
      { class: is, with: { scope: "col" } },
      cell(page, at, [title, holder].filter((part) => part !== "").join(", "), title, holder),
    ),
  );
  const bodies = matrix.fields.map(({ name, rows }) =>
    el(
      "tbody",
      {},
      el("tr", { class: "group" }, el("th", { with: { colspan: matrix.columns.length + 3, scope: "rowgroup" } }, name)),
      ...rows.map((row) => rowOf(page, matrix, row)),
    ),
  );
  const table = el(
    "table",
    { with: { role: "grid" } },
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { with: { scope: "col" } }, words.activity),
        ...heads,
        el("th", { with: { scope: "col" } }, words.missing),
        el("th", { with: { scope: "col" } }, words.found),
      ),
    ),
    ...bodies,
  );
  walkable(table);
  const pairs = matrix.pairs.map(({ number, title, severity, settled }) =>
    el(
      "li",
      {},
      mark(settled ? "settled" : severity, settled ? words.settled : words.weights[severity]),
      filled(words.pair, String(number), title),
    ),
  );
  const rest = filled(matrix.complete ? words.notDone : words.unmentioned, matrix.unmentioned.join(", "));
  return el(
    "div",
    { class: "matrix" },
    el("p", { class: "faint" }, words.letters),
    el("div", { class: "wide" }, table),
    pairs.length > 0 && el("ul", { class: "pairs" }, ...pairs),
    matrix.unmentioned.length > 0 && el("p", { class: "faint" }, rest),
  );
}

function rowOf(page: Page, { columns }: MatrixTab, row: MatrixRowShown): HTMLElement {
  const { words, state } = page;
  const cells = row.cells.map((one, i) => {
    if (!one) return el("td");
    const label = `${row.title}: ${columns[i]?.title ?? ""}, ${one.letters}`;
    const pairs = one.pairs.length > 0 ? one.pairs.join(" ") : "";
    return el("td", { class: one.pairs.length > 0 ? "pair" : "" }, cell(page, one.at, label, one.letters, pairs));
  });
  const found = row.found.map(({ kind, count }) =>
    el("span", { class: "count" }, mark(kind, kind === "settled" ? words.settled : words.weights[kind]), String(count)),
  );
  return el(
    "tr",
    { class: row.at === state.selected ? "marked" : "", with: { "data-at": row.at } },
    el("th", { with: { scope: "row" } }, cell(page, row.at, row.title, row.title, "")),
    ...cells,
    el("td", { class: "gap" }, row.gaps.join("; ")),
    el("td", { class: "found" }, ...found),
  );
}

const cell = (page: Page, at: string, label: string, text: string, small: string): HTMLElement =>
  el(
    "button",
    {
      class: "cell",
      with: {
        type: "button",
        "aria-label": label,
        "data-go": at,
        "data-id": `${at} ${label}`,
        "data-vscode-context": menuFor("box", { at }),
      },
      on: {
        click: (event) => page.post({ is: "go", at, keepFocus: event.detail > 0 }),
      },
    },
    text,
    small !== "" && el("small", {}, small),
  );

/** One stop for the Tab key. Rows differ in how many cells they have: up and down go to the cell nearest below. */
function walkable(table: HTMLElement): void {
  const all = [...table.querySelectorAll<HTMLElement>(".cell")];
  for (const [i, one] of all.entries()) one.tabIndex = i === 0 ? 0 : -1;
  const stop = (item: HTMLElement) => {
    for (const one of all) one.tabIndex = one === item ? 0 : -1;
  };
  table.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.classList.contains("cell")) stop(target);
  });
  table.addEventListener("keydown", (event) => {
    const from = all.indexOf(document.activeElement as HTMLElement);
    if (from < 0) return;
    const to = next(all, from, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

function next(all: readonly HTMLElement[], from: number, key: string): HTMLElement | undefined {
  if (key === "ArrowRight") return all[from + 1];
  if (key === "ArrowLeft") return all[from - 1];
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;
  const own = all[from]!;
  const row = own.closest("tr");
  const left = own.getBoundingClientRect().left;
  const rows = [...new Set(all.map((one) => one.closest("tr")))];
  const there = rows[rows.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
  const off = (one: HTMLElement) => Math.abs(one.getBoundingClientRect().left - left);
  return all.filter((one) => one.closest("tr") === there).sort((a, b) => off(a) - off(b))[0];
}
