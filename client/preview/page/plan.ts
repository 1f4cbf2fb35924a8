import type { PlanTab, RecommendedShown, UnplannedShown } from "../../../server/preview-protocol.ts";
import { button, el, filled, mark, menuFor } from "./dom.ts";
import { entryOf } from "./findings.ts";
import type { Page } from "./page.ts";

/** Who is to do what by when, its status changed in place; below it what nobody has planned yet. */
export function planView(page: Page, plan: PlanTab): HTMLElement {
  const { words } = page;
  if (plan.isTarget) return el("p", { class: "empty" }, words.isTarget);
  const owners = [...new Set(plan.recommended.map(({ owner }) => owner))];
  const groups = owners.map((owner) =>
    el(
      "tbody",
      {},
      el("tr", { class: "group" }, el("th", { with: { colspan: 4, scope: "rowgroup" } }, owner ?? words.nobodyYet)),
      ...plan.recommended.filter((one) => one.owner === owner).map((one) => entryRow(page, plan, one)),
    ),
  );
  const table = el(
    "table",
    {},
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        ...["", words.whatToDo, words.due, words.status].map((text) => el("th", { with: { scope: "col" } }, text)),
      ),
    ),
    ...groups,
  );
  return el(
    "div",
    { class: "plan" },
    plan.recommended.length === 0 ? el("p", { class: "empty" }, words.planEmpty) : table,
    plan.recommended.length > 0 &&
      button(words.writeTarget, () => page.post({ is: "do", what: "target" }), { with: { "data-id": "target" } }),
    plan.unplanned.length > 0 &&
      el(
        "section",
        {},
        el("h2", {}, words.unplanned, el("span", { class: "badge" }, String(plan.unplanned.length))),
        ...plan.unplanned.map((one) => unplannedRow(page, one)),
      ),
  );
}

function entryRow(page: Page, { statuses }: PlanTab, entry: RecommendedShown): HTMLElement {
  const { words, state } = page;
  const { place, title, about, due, isOverdue, status, severity, stands } = entry;
  const select = el(
    "select",
    {
      with: { "aria-label": filled(words.statusOf, title), "data-id": `${place}|status` },
      on: { change: () => page.post({ is: "status", place, status: select.value }) },
    },
    ...statuses.map((one) => el("option", { with: { value: one.id, selected: one.id === status } }, one.title)),
  );
  return el(
    "tr",
    { class: place === state.selected ? "marked" : "", with: { "data-at": place } },
    el("td", {}, severity !== null && mark(severity, words.weights[severity])),
    el(
      "td",
      {},
      button(title, () => page.post({ is: "go", at: place, keepFocus: true }), {
        class: "plain",
        with: { "data-id": `${place}|go` },
      }),
      el("small", {}, about, !stands && el("span", { class: "state" }, words.gone)),
    ),
    el("td", { class: isOverdue ? "overdue" : "" }, due ?? words.noDay, isOverdue && el("small", {}, words.overdue)),
    el("td", {}, select),
  );
}

function unplannedRow(page: Page, { rule, at, severity, says, first }: UnplannedShown): HTMLElement {
  const { words, state } = page;
  const id = `unplanned ${rule} ${at}`;
  return el(
    "div",
    {
      class: `row ${entryOf(at) === state.selected ? "marked" : ""}`,
      with: { "data-at": entryOf(at), "data-vscode-context": menuFor("finding", { rule, at }) },
    },
    mark(severity, words.weights[severity]),
    el(
      "div",
      { class: "body" },
      button(says, () => page.post({ is: "go", at, keepFocus: true }), {
        class: "plain",
        with: { "data-id": `${id} go` },
      }),
      first !== null && el("p", { class: "reason" }, first),
    ),
    first !== null &&
      button(words.recommend, () => page.post({ is: "recommend", rule, at }), {
        with: { "data-id": id, "aria-label": `${words.recommend}: ${first}` },
      }),
  );
}
