import type { FindingShown, FindingsTab } from "../../../server/preview-protocol.ts";
import { button, el, filled, mark, menuFor, oneStop } from "./dom.ts";
import type { Page } from "./page.ts";

const groups = ["error", "warning", "info", "hint", "accepted"] as const;

/** What was found, worst first: a row each, which Enter opens in the file. */
export function findingsView(page: Page, { findings }: FindingsTab): HTMLElement {
  const { words, state } = page;
  if (findings.length === 0) return el("p", { class: "empty" }, words.noFindings);
  const list = el("div", { class: "list" });
  const fill = () => {
    const wanted = page.state.filter.toLowerCase().split(/\s+/);
    const textOf = ({ title, says, reason, rule }: FindingShown) => `${title} ${says} ${reason} ${rule}`.toLowerCase();
    const fitting = findings.filter((one) => wanted.every((word) => textOf(one).includes(word)));
    const sections = groups.flatMap((group) => {
      const own = fitting.filter((one) => (one.state === "accepted" ? "accepted" : one.severity) === group);
      if (own.length === 0) return [];
      const heading = el("h2", {}, words.groups[group], el("span", { class: "badge" }, String(own.length)));
      return [el("section", {}, heading, ...own.map((one) => rowOf(page, one)))];
    });
    list.replaceChildren(...(sections.length > 0 ? sections : [el("p", { class: "empty" }, words.noneFits)]));
    oneStop([...list.querySelectorAll<HTMLElement>(".row")], page.state.selected);
  };
  fill();
  const filter = el("input", {
    class: "filter",
    with: {
      type: "search",
      placeholder: words.filter,
      "aria-label": words.filter,
      value: state.filter,
      "data-id": "filter",
    },
    on: {
      input: () => {
        page.keep({ filter: filter.value });
        fill();
      },
    },
  });
  return el("div", { class: "findings" }, filter, list);
}

function rowOf(page: Page, finding: FindingShown): HTMLElement {
  const { words } = page;
  const { rule, at, title, severity, says, reason, sources, state, settled } = finding;
  const kind = state === "accepted" || state === "recommended" ? "settled" : severity;
  const id = `finding ${rule} ${at}`;
  const open = (keepFocus: boolean) => {
    page.keep({ selected: entryOf(at) });
    page.post({ is: "go", at, keepFocus });
  };
  const remedies = button(words.remedies, () => page.post({ is: "remedies", rule, at }), {
    with: { "data-id": `${id} remedies` },
  });
  return el(
    "div",
    {
      class: `row ${entryOf(at) === page.state.selected ? "marked" : ""}`,
      with: {
        role: "group",
        "aria-label": `${words.weights[severity]}: ${says}`,
        "data-id": id,
        "data-at": entryOf(at),
        "data-vscode-context": menuFor("finding", { rule, at }),
      },
      on: {
        click: ({ target }) => {
          if (!(target instanceof HTMLButtonElement)) open(true);
        },
        keydown: (event) => {
          if (event.key !== "Enter" || event.target !== event.currentTarget) return;
          event.preventDefault();
          open(false);
        },
      },
    },
    mark(kind, words.weights[severity]),
    el(
      "div",
      { class: "body" },
      el("p", { class: "says" }, says),
      reason !== "" && el("p", { class: "reason" }, reason),
      settled !== "" && el("p", { class: "settled" }, settled),
      el(
        "p",
        { class: "faint" },
        title,
        state !== "open" && el("span", { class: "state" }, words.states[state]),
        sources.length > 0 && el("span", {}, filled(words.sources, sources.join("; "))),
      ),
    ),
    state !== "accepted" && remedies,
  );
}

/** "posts.ciso" of "posts.ciso.reportsTo": what the cursor in the file is compared with. */
export const entryOf = (at: string): string => /^[^.[]+(?:\.[^.[]+|\["(?:[^"\\]|\\.)*"\]|\[\d+\])?/.exec(at)?.[0] ?? at;
