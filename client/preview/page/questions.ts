import type { QuestionShown, QuestionsTab, SheetShown } from "../../../server/preview-protocol.ts";
import { choose } from "./choose.ts";
import { button, el, filled } from "./dom.ts";
import { factForm, keepDraft, sheetMark, talkOf } from "./fact.ts";
import type { Page } from "./page.ts";

const noteId = "note|";

/** What lasts as long as the page: questions put off, and the parts of sheets that were opened. */
export interface Session {
  readonly postponed: Set<string>;
  readonly opened: Set<string>;
}

/** The interview: whom one talks to, the sheet for that person by subject, and how each answer is written. */
export function questionsView(page: Page, tab: QuestionsTab, session: Session): HTMLElement {
  const { words, state } = page;
  const own = tab.sheets.filter((sheet) => isMeant(sheet, state.whom));
  const sheets = state.whom === "" || own.length === 0 ? tab.sheets : own;
  const isKnown = state.whom === "" || own.length > 0;
  const sections = sheets.map((sheet) => sheetOf(page, sheet, tab, session)).filter((one) => one !== undefined);
  return el(
    "div",
    { class: "questions" },
    talkBar(page, tab),
    !isKnown && el("p", { class: "faint" }, filled(words.noQuestionsFor, nameOf(state.whom))),
    ...(sections.length > 0 ? sections : [el("p", { class: "empty" }, words.noQuestions)]),
    notes(page),
  );
}

const nameOf = (whom: string): string => whom.replace(sheetMark, "");

/** The sheet of a person, or one without a person by what it is called. */
const isMeant = ({ whom, people }: SheetShown, wanted: string): boolean =>
  people.includes(wanted) || `${sheetMark}${whom}` === wanted;

function talkBar(page: Page, { sheets, people }: QuestionsTab): HTMLElement {
  const { words, state } = page;
  const ofSheets = sheets.map(({ whom, people: own, questions }) => {
    const title = `${whom} \u00b7 ${questions.filter(({ later }) => !later).length}`;
    return { id: own[0] ?? `${sheetMark}${whom}`, title };
  });
  const known = new Set(ofSheets.map(({ id }) => id));
  const rest = people.filter((name) => !known.has(name)).map((name) => ({ id: name, title: name }));
  const meet = (whom: string) => {
    page.keep({ whom });
    page.redraw();
  };
  const current = state.whom === "" ? words.everybody : nameOf(state.whom);
  const by = el("input", {
    class: "by",
    with: {
      type: "text",
      value: state.by,
      "aria-label": words.ledBy,
      placeholder: words.ledBy,
      "data-id": "by",
      autocomplete: "off",
    },
    on: { input: () => page.keep({ by: by.value }) },
  });
  return el(
    "div",
    { class: "talk" },
    el("span", { class: "label" }, words.talkingTo),
    el("strong", { class: "whom" }, current),
    state.whom !== "" &&
      button("\u00d7", () => meet(""), {
        class: "quiet",
        with: { "aria-label": words.everybody, title: words.everybody, "data-id": "everybody" },
      }),
    choose(page, {
      id: "whom",
      label: words.talkingTo,
      choices: [...ofSheets, ...rest],
      own: true,
      text: "",
      typed: () => undefined,
      take: meet,
      enter: () => undefined,
    }),
    by,
    el("span", { class: "spring" }),
    button(words.undo, () => page.post({ is: "key", key: "undo" }), { with: { "data-id": "undo" } }),
    button(words.save, () => page.post({ is: "key", key: "save" }), { with: { "data-id": "save" } }),
  );
}

function sheetOf(page: Page, sheet: SheetShown, tab: QuestionsTab, session: Session): HTMLElement | undefined {
  const { words } = page;
  const isAsked = ({ facts }: QuestionShown) => facts.some(({ at }) => !session.postponed.has(at));
  const now = sheet.questions.filter((one) => !one.later && isAsked(one));
  const later = sheet.questions.filter((one) => one.later && isAsked(one));
  if (now.length + later.length === 0) return undefined;
  const shown = (questions: readonly QuestionShown[]) => bySubject(page, questions, tab, session);
  const isFor = `sheet|${sheet.whom}`;
  const isOpen = session.opened.has(isFor) || now.length === 0;
  const rest = el(
    "details",
    {
      with: { open: isOpen },
      on: {
        toggle: () => {
          if (!rest.open) session.opened.delete(isFor);
          else {
            session.opened.add(isFor);
            // Hundreds of fields that nobody sees are not drawn with every key.
            if (rest.childElementCount === 1) rest.append(...shown(later));
          }
        },
      },
    },
    el("summary", { with: { "data-id": isFor } }, `${words.later} (${later.length})`),
    ...(isOpen ? shown(later) : []),
  );
  return el(
    "section",
    {},
    el(
      "h2",
      {},
      sheet.whom,
      el("span", { class: "badge" }, String(now.length + later.length)),
      sheet.last !== null && el("small", {}, filled(words.spokenWith, sheet.last)),
    ),
    ...shown(now),
    later.length > 0 && rest,
  );
}

function bySubject(
  page: Page,
  questions: readonly QuestionShown[],
  tab: QuestionsTab,
  session: Session,
): HTMLElement[] {
  const { words } = page;
  let subject: string | undefined;
  return questions.flatMap((question) => {
    const isNew = question.subject !== subject;
    subject = question.subject;
    const heading = el("h3", {}, words.subjects[question.subject] ?? question.subject);
    return [...(isNew ? [heading] : []), questionOf(page, question, tab, session)];
  });
}

function questionOf(
  page: Page,
  { number, text, decides, facts }: QuestionShown,
  tab: QuestionsTab,
  session: Session,
): HTMLElement {
  const { words } = page;
  const open = facts.filter(({ at }) => !session.postponed.has(at));
  const forms = open.flatMap((fact) => {
    const later = () => {
      session.postponed.add(fact.at);
      page.redraw();
    };
    const form = factForm(page, fact, tab, later);
    return facts.length > 1 ? [el("p", { class: "of" }, fact.question), form] : [form];
  });
  return el(
    "article",
    { class: "question", with: { "aria-label": text } },
    el(
      "p",
      { class: "text" },
      el("span", { class: "number" }, `${number}.`),
      button(text, () => page.post({ is: "go", at: facts[0]?.at ?? "", keepFocus: true }), {
        class: "plain",
        with: { tabindex: -1 },
      }),
    ),
    ...forms,
    decides.length > 0 && el("p", { class: "faint decides" }, filled(words.decides, decides.join("; "))),
  );
}

/** Free notes, which go to the interview with the person chosen above. */
function notes(page: Page): HTMLElement {
  const { words, state } = page;
  const { interview } = talkOf(page);
  const text = el("textarea", {
    with: { rows: 3, "aria-label": words.notes, placeholder: interview ? "" : words.notesTip, "data-id": noteId },
    on: {
      input: () => keepDraft(page, noteId, { text: text.value, taken: [] }),
      keydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
      },
    },
  });
  text.value = state.drafts[noteId]?.text ?? "";
  const send = () => {
    if (interview && text.value.trim() !== "")
      page.post({ is: "answer", answer: { interview: { ...interview, note: text.value.trim() } }, says: words.notes });
  };
  return el(
    "section",
    { class: "notes" },
    el("h2", {}, words.notes),
    text,
    button(words.keepNote, send, {
      with: { disabled: interview === undefined, title: words.notesTip, "data-id": "note|send" },
    }),
  );
}
