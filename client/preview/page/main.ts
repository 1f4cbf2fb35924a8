import type { PreviewContent, PreviewTab } from "../../../server/preview-protocol.ts";
import type { PageWords } from "../../words.ts";
import type { FromPage, PageState, ToPage } from "../messages.ts";
import { ChartView } from "./chart.ts";
import { button, el, filled } from "./dom.ts";
import { dropDrafts } from "./fact.ts";
import { findingsView } from "./findings.ts";
import { matrixView } from "./matrix.ts";
import type { Page, Shown } from "./page.ts";
import { draw } from "./picture.ts";
import { planView } from "./plan.ts";
import { questionsView } from "./questions.ts";

declare function acquireVsCodeApi(): {
  getState(): PageState | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
};

const host = acquireVsCodeApi();
const tabs: readonly PreviewTab[] = ["chart", "matrix", "findings", "questions", "plan"];
const first: PageState = { tab: "chart", scroll: {}, filter: "", whom: "", by: "", drafts: {} };

/** The page of the preview: it shows what it is told, and asks for everything else. */
class Main implements Page {
  readonly words: PageWords;
  state: PageState = { ...first, ...host.getState() };
  readonly #head = el("header");
  readonly #note = el("p", { class: "note", with: { role: "status" } });
  readonly #body = el("main", { with: { role: "tabpanel", id: "panel" } });
  readonly #foot = el("footer", { with: { role: "status", "aria-live": "polite" } });
  readonly #session = { postponed: new Set<string>(), opened: new Set<string>() };
  readonly #known = new Map<PreviewTab, Shown>();
  #chart: ChartView | undefined;
  #file = "";
  #isUnsaved = false;
  /** What is to have the focus once the page has it again. */
  #wanted: (() => void) | undefined;
  #isComposing = false;
  /** The tab that stands in the page. */
  #drawn: PreviewTab | undefined;

  constructor(words: PageWords) {
    this.words = words;
    document.body.replaceChildren(this.#head, this.#note, this.#body, this.#foot);
    this.#body.addEventListener("scroll", () => {
      this.keep({ scroll: { ...this.state.scroll, [this.state.tab]: this.#body.scrollTop } });
    });
    window.addEventListener("focus", () => {
      this.#wanted?.();
      this.#wanted = undefined;
    });
    // What an input method is still composing must not be drawn anew.
    document.addEventListener("compositionstart", () => {
      this.#isComposing = true;
    });
    document.addEventListener("compositionend", () => {
      this.#isComposing = false;
      this.redraw();
    });
    // Behind us listens the window, which passes a key on only while the panel has the focus: and for an undo the focus
    // goes to the editor and comes back, so that a key pressed again at once would be lost there.
    document.addEventListener("keydown", (event) => {
      const key = keyOf(event);
      if (key === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "save") this.post({ is: "key", key });
      else this.#key(key);
    });
    const { tab, arrangement } = this.state;
    this.post({ is: "ready", tab, ...(arrangement ? { arrangement } : {}) });
  }

  keep(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    host.setState(this.state);
  }

  post(message: FromPage): void {
    host.postMessage(message);
  }

  say(text: string, act?: { readonly text: string; readonly press: () => void }): void {
    this.#foot.replaceChildren(el("span", {}, text), ...(act ? [button(act.text, act.press, { class: "quiet" })] : []));
  }

  take(message: ToPage): void {
    if (message.is === "show") this.#show(message);
    else if (message.is === "nothing") this.#showNothing();
    else if (message.is === "tab") this.#open(message.tab);
    else if (message.is === "cursor") this.#mark(message.at ?? undefined);
    else if (message.is === "key") this.#key(message.key);
    else if (message.is === "focus") window.focus();
    else if (message.is === "draw") void draw(message.svg, message.as, (answer) => this.#handOver(answer));
    else if (message.is === "saved") {
      this.#isUnsaved = message.isUnsaved;
      this.keep({ isLocked: message.isLocked });
      this.#drawHead();
    } else if (message.is === "written") {
      dropDrafts(this, message.at);
      const undo = { text: this.words.undo, press: () => this.post({ is: "key", key: "undo" }) };
      this.say(filled(this.words.written, message.says), undo);
    } else if (message.is === "refused") {
      const { refusedFile, refusedPlace, refusedValue } = this.words;
      const texts = { file: refusedFile, place: refusedPlace, value: filled(refusedValue, message.says) };
      this.say(texts[message.why]);
    }
  }

  #handOver(answer: FromPage): void {
    if (answer.is === "copied") this.say(this.words.copied);
    this.post(answer);
  }

  /** In a field that holds something typed the key is the field's; elsewhere it is the file's. */
  #key(key: "undo" | "redo"): void {
    const { activeElement: field } = document;
    const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (isField && field.value !== "") document.execCommand(key);
    else this.post({ is: "key", key });
  }

  #show({ uri, file, preview, isUnsaved, isLocked }: Extract<ToPage, { is: "show" }>): void {
    if (this.state.uri !== undefined && this.state.uri !== uri) {
      this.#known.clear();
      this.#drawn = undefined;
      this.#chart = undefined;
      this.#session.postponed.clear();
      const { view: _view, selected: _selected, arrangement: _arrangement, ...rest } = this.state;
      this.state = { ...rest, scroll: {}, drafts: {}, whom: "" };
    }
    this.keep({ uri, isLocked });
    this.#file = file;
    this.#isUnsaved = isUnsaved;
    const { tab } = preview.content;
    const before = this.#known.get(tab);
    // A broken file keeps its last picture.
    const isKept = !preview.isWhole && before?.isWhole === true;
    if (!isKept) this.#known.set(tab, preview);
    // The same again, as after findings that changed nothing here: a list that is open stays open.
    const isSame = before !== undefined && JSON.stringify(before.content) === JSON.stringify(preview.content);
    const { broken, brokenFirst } = this.words;
    this.#note.textContent = preview.isWhole
      ? ""
      : isKept || before === undefined || before.isWhole
        ? isKept
          ? broken
          : brokenFirst
        : brokenFirst;
    this.#body.classList.toggle("dimmed", isKept);
    this.#drawHead(preview);
    const isDrawn = this.#drawn === tab && isSame;
    if (tab === this.state.tab && !isKept && !isDrawn) this.redraw();
  }

  #showNothing(): void {
    this.#known.clear();
    this.#drawn = undefined;
    this.#head.replaceChildren();
    this.#note.textContent = "";
    this.#body.replaceChildren(
      el("p", { class: "empty" }, this.words.noFile),
      button(this.words.newOrganization, () => this.post({ is: "do", what: "new" })),
    );
  }

  #open(tab: PreviewTab): void {
    this.keep({ tab });
    const { arrangement } = this.state;
    this.post({ is: "tab", tab, ...(arrangement ? { arrangement } : {}) });
    this.#drawHead();
    if (this.#known.has(tab)) this.redraw();
    else {
      this.#drawn = undefined;
      this.#body.replaceChildren();
    }
  }

  #mark(at: string | undefined): void {
    const { selected: _, ...rest } = this.state;
    this.state = rest;
    this.keep(at === undefined ? {} : { selected: at });
    if (this.state.tab === "chart") {
      this.#chart?.mark(at);
      return;
    }
    let shown = false;
    for (const one of this.#body.querySelectorAll<HTMLElement>("[data-at]")) {
      const isMarked = one.dataset["at"] === at;
      one.classList.toggle("marked", isMarked);
      if (isMarked && !shown) one.scrollIntoView({ block: "nearest" });
      shown ||= isMarked;
    }
  }

  #drawHead(preview?: Shown): void {
    const shown = preview ?? this.#known.get(this.state.tab) ?? [...this.#known.values()][0];
    if (!shown) return;
    const { words, state } = this;
    const focused = this.#head.contains(document.activeElement) ? focusId() : undefined;
    const counts: Partial<Record<PreviewTab, number>> = shown.counts;
    const all = tabs.map((tab) =>
      button(words.tabs[tab], () => this.#open(tab), {
        class: "tab",
        with: {
          role: "tab",
          "aria-selected": String(tab === state.tab),
          "aria-controls": "panel",
          tabindex: tab === state.tab ? 0 : -1,
          "data-id": `tab|${tab}`,
        },
      }),
    );
    for (const [i, one] of all.entries()) {
      const count = counts[tabs[i]!];
      if (count) one.append(el("span", { class: "badge" }, String(count)));
    }
    const list = el("div", { class: "tabs", with: { role: "tablist", "aria-label": words.views } }, ...all);
    list.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      const next = tabs[(tabs.indexOf(this.state.tab) + by + tabs.length) % tabs.length]!;
      this.#open(next);
      this.#head.querySelector<HTMLElement>(`[data-id="tab|${next}"]`)?.focus();
    });
    const lock = button(words.lock, () => this.post({ is: "do", what: "lock" }), {
      with: { "aria-pressed": String(state.isLocked ?? false), title: words.lockTip, "data-id": "lock" },
    });
    const file = el("span", { class: "file" }, this.#file, this.#isUnsaved && ` \u25cf ${words.unsaved}`);
    this.#head.replaceChildren(
      el("div", { class: "title" }, el("h1", {}, shown.title), file, el("span", { class: "spring" }), lock),
      list,
    );
    if (focused !== undefined) this.#head.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  redraw(): void {
    const shown = this.#known.get(this.state.tab);
    if (!shown || this.#isComposing) return;
    const { content } = shown;
    this.#drawn = content.tab;
    this.#body.className = `${content.tab}${this.#body.classList.contains("dimmed") ? " dimmed" : ""}`;
    if (content.tab === "chart") {
      this.#chart ??= new ChartView(this);
      if (this.#body.firstChild !== this.#chart.element) this.#body.replaceChildren(this.#chart.element);
      this.#chart.show(content);
      return;
    }
    const back = this.#focusKept();
    this.#body.replaceChildren(this.#viewOf(content));
    this.#body.scrollTop = this.state.scroll[this.state.tab] ?? 0;
    if (document.hasFocus()) back?.();
    else this.#wanted = back ?? this.#wanted;
  }

  #viewOf(content: Exclude<PreviewContent, { tab: "chart" }>): HTMLElement {
    switch (content.tab) {
      case "matrix":
        return matrixView(this, content);
      case "findings":
        return findingsView(this, content);
      case "questions":
        return questionsView(this, content, this.#session);
      case "plan":
        return planView(this, content);
    }
  }

  /** Where the focus is, to find it again in what is drawn anew: at an answer that is written, in the next question. */
  #focusKept(): (() => void) | undefined {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !this.#body.contains(active)) return undefined;
    const id = focusId();
    const facts = [...this.#body.querySelectorAll(".fact")];
    const index = facts.findIndex((one) => one.contains(active));
    const [start, end] =
      active instanceof HTMLInputElement ? [active.selectionStart, active.selectionEnd] : [null, null];
    return () => {
      const same = id === undefined ? null : this.#body.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
      const now = [...this.#body.querySelectorAll<HTMLElement>(".fact")];
      const next = index < 0 ? undefined : now[Math.min(index, now.length - 1)];
      const target = same ?? next?.querySelector<HTMLElement>("input, button");
      target?.focus();
      if (same instanceof HTMLInputElement && start !== null) same.setSelectionRange(start, end);
    };
  }
}

const isMac = navigator.userAgent.includes("Macintosh");

/** What a key means to the file, as the extension's own bindings have it; undefined for all others. */
function keyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | "save" | undefined {
  if (altKey || ctrlKey === isMac || metaKey !== isMac) return undefined;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  if (shiftKey) return undefined;
  if (letter === "y" && !isMac) return "redo";
  return letter === "s" ? "save" : undefined;
}

const focusId = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset["id"] : undefined;

let main: Main | undefined;
window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.is === "words") main ??= new Main(data.words);
  else main?.take(data);
});
host.postMessage({ is: "hello" });
