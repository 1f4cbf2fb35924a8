import type { FactShown, PartShown, QuestionsTab } from "../../../server/preview-protocol.ts";
import type { Draft } from "../messages.ts";
import { choose } from "./choose.ts";
import { button, el, filled } from "./dom.ts";
import type { Page } from "./page.ts";

/** So few choices are buttons beside each other. */
const fewest = 4;

/**
 * How one missing fact is answered: the control that fits it, and beside it what else somebody may say who is asked.
 * What is typed is kept until it is sent. A list that is given is complete, so that the button says so.
 */
export function factForm(page: Page, fact: FactShown, tab: QuestionsTab, later: () => void): HTMLElement {
  const { words } = page;
  const { at } = fact;
  const parts = fact.parts.map((part) => withChoices(part, tab));
  const isList = parts.some(({ kind }) => kind === "several");
  const isOne = parts.length === 1;
  const write = (now: Readonly<Record<string, readonly string[]>> = {}) => {
    const values = Object.fromEntries(parts.map((part) => [part.key, now[part.key] ?? saidOf(page, at, part)]));
    if (Object.values(values).every((all) => all.length === 0)) return;
    page.post({ is: "answer", answer: { at, values, ...talkOf(page) }, says: fact.question });
  };
  const fields = parts.map((part, i) => {
    const next = () => {
      const more = form.querySelectorAll<HTMLElement>(".part")[i + 1] ?? form.querySelector<HTMLElement>(".write");
      (more?.matches("button") ? more : more?.querySelector<HTMLElement>("input, button"))?.focus();
    };
    return el(
      "div",
      { class: "part" },
      part.title !== "" && el("span", { class: "label" }, part.title),
      fieldOf(page, fact, part, { today: tab.today, isOne, write, next }),
    );
  });
  const other = fact.words.map((word) =>
    button(
      words.answers[word] ?? word,
      () => page.post({ is: "answer", answer: { at, word, ...talkOf(page) }, says: fact.question }),
      {
        class: "quiet",
        with: { "data-id": `${at}|word|${word}`, "aria-label": `${words.answers[word] ?? word}: ${fact.question}` },
      },
    ),
  );
  const needsButton = isList || !isOne || !["one"].includes(parts[0]?.kind ?? "");
  const form = el(
    "div",
    { class: "fact", with: { "data-fact": at } },
    ...fields,
    needsButton &&
      button(isList ? words.theseAreAll : words.write, () => write(), {
        class: "write",
        with: { "data-id": `${at}|write`, title: isList ? words.theseAreAllTip : undefined },
      }),
    el(
      "div",
      { class: "others" },
      ...other,
      button(words.answers["later"] ?? "", later, { class: "quiet", with: { "data-id": `${at}|later` } }),
    ),
  );
  return form;
}

/** With the choices of the list that it names. */
function withChoices(part: PartShown, { lists }: QuestionsTab): PartShown {
  const { list, except } = part;
  return list === null ? part : { ...part, choices: (lists[list] ?? []).filter(({ id }) => id !== except) };
}

/** With whom the talk is, where that is a person. */
export function talkOf({ state }: Page): { interview?: { with: string; by?: string } } {
  if (state.whom === "" || state.whom.startsWith(sheetMark)) return {};
  return { interview: { with: state.whom, ...(state.by.trim() === "" ? {} : { by: state.by.trim() }) } };
}

/** Before the name of a sheet without a person: "the CFO" is nobody with whom there was an interview. */
export const sheetMark = "\u0000";

interface Around {
  readonly today: string;
  readonly isOne: boolean;
  write(now?: Readonly<Record<string, readonly string[]>>): void;
  next(): void;
}

function fieldOf(page: Page, fact: FactShown, part: PartShown, around: Around): HTMLElement {
  const { key, kind, choices, own } = part;
  const id = draftKey(fact.at, key);
  const label = [part.title, fact.question].filter((text) => text !== "").join(": ");
  if (kind === "one" && !own && choices.length <= fewest) return buttons(page, fact, part, around);
  if (kind !== "one" && kind !== "several") return plainField(page, part, id, label, around);
  const draft = draftOf(page, id);
  const refresh = () => {
    page.redraw();
  };
  const tokens = draft.taken.map((one) => {
    const title = choices.find((choice) => choice.id === one)?.title ?? one;
    return el(
      "span",
      { class: "token" },
      title,
      button(
        "\u00d7",
        () => {
          keepDraft(page, id, {
            ...draftOf(page, id),
            taken: draftOf(page, id).taken.filter((other) => other !== one),
          });
          refresh();
        },
        { with: { "aria-label": filled(page.words.remove, title), "data-id": `${id}|remove|${one}` } },
      ),
    );
  });
  const field = choose(page, {
    id,
    label,
    choices: choices.filter((one) => !draft.taken.includes(one.id)),
    own,
    text: draft.text,
    typed: (text) => keepDraft(page, id, { ...draftOf(page, id), text }),
    take: (one) => {
      if (kind === "one" && around.isOne) return around.write({ [key]: [one] });
      const taken = kind === "one" ? [one] : [...draftOf(page, id).taken.filter((other) => other !== one), one];
      keepDraft(page, id, { text: "", taken });
      refresh();
    },
    enter: around.next,
  });
  return el("div", { class: "field" }, ...tokens, field);
}

/** A few answers beside each other; none is chosen before somebody says so. */
function buttons(page: Page, { at }: FactShown, { key, choices, title }: PartShown, around: Around): HTMLElement {
  const id = draftKey(at, key);
  const taken = draftOf(page, id).taken[0];
  const all = choices.map((choice) =>
    button(
      choice.title,
      () => {
        if (around.isOne) return around.write({ [key]: [choice.id] });
        keepDraft(page, id, { text: "", taken: [choice.id] });
        page.redraw();
      },
      {
        class: "choice",
        with: {
          "data-id": `${id}|${choice.id}`,
          ...(around.isOne ? {} : { "aria-pressed": String(taken === choice.id) }),
        },
      },
    ),
  );
  const group = el(
    "div",
    { class: "field", with: { role: "group", "aria-label": title === "" ? undefined : title } },
    ...all,
  );
  group.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const from = all.indexOf(document.activeElement as HTMLButtonElement);
    if (by === undefined || from < 0) return;
    event.preventDefault();
    all[(from + by + all.length) % all.length]?.focus();
  });
  return group;
}

function plainField(page: Page, { kind }: PartShown, id: string, label: string, around: Around): HTMLElement {
  const { words } = page;
  const hint = { number: words.number, range: words.range, date: filled(words.date, around.today), text: "" }[
    kind as "number" | "range" | "date" | "text"
  ];
  const input = el("input", {
    with: {
      type: "text",
      inputmode: kind === "number" ? "decimal" : undefined,
      placeholder: hint,
      "aria-label": label,
      value: draftOf(page, id).text,
      "data-id": id,
      autocomplete: "off",
    },
    on: {
      input: () => keepDraft(page, id, { text: input.value, taken: [] }),
      keydown: (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        if (around.isOne) around.write();
        else around.next();
      },
    },
  });
  return el("div", { class: "field" }, input);
}

/** What was said of a part: taken from the list, and what still stands in the field where that may be anything. */
function saidOf({ state }: Page, at: string, part: PartShown): string[] {
  const { text, taken } = state.drafts[draftKey(at, part.key)] ?? nothing;
  const isFree = part.own || !["one", "several"].includes(part.kind);
  return [...taken, ...(isFree && text.trim() !== "" ? [text.trim()] : [])];
}

const nothing: Draft = { text: "", taken: [] };
export const draftKey = (at: string, key: string): string => `${at}|${key}`;
const draftOf = ({ state }: Page, id: string): Draft => state.drafts[id] ?? nothing;

export function keepDraft(page: Page, id: string, draft: Draft): void {
  const { [id]: _, ...rest } = page.state.drafts;
  const isEmpty = draft.text === "" && draft.taken.length === 0;
  page.keep({ drafts: isEmpty ? rest : { ...rest, [id]: draft } });
}

/** What was typed for a fact that has been written is not needed any more. */
export function dropDrafts(page: Page, at: string): void {
  const drafts = Object.entries(page.state.drafts).filter(([id]) => !id.startsWith(`${at}|`));
  page.keep({ drafts: Object.fromEntries(drafts) });
}
