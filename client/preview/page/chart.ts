import type { ChartTab } from "../../../server/preview-protocol.ts";
import { button, el, menuFor } from "./dom.ts";
import type { Page } from "./page.ts";

const smallest = 0.1;
const largest = 4;

/** The chart: one stop for the Tab key, in which arrows go from box to box; pan and zoom by mouse, keys and touch pad. */
export class ChartView {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #stage: HTMLElement;
  readonly #canvas: HTMLElement;
  #svg = "";
  #typed = "";
  #typedAt = 0;

  constructor(page: Page) {
    this.#page = page;
    const { words } = page;
    this.#canvas = el("div", { class: "canvas" });
    this.#stage = el("div", { class: "stage" }, this.#canvas);
    const tools = el(
      "div",
      { class: "tools", with: { role: "toolbar", "aria-label": words.tabs.chart } },
      button("\u2212", () => this.#zoom(1 / 1.25), { with: { "aria-label": words.zoomOut, title: words.zoomOut } }),
      button("+", () => this.#zoom(1.25), { with: { "aria-label": words.zoomIn, title: words.zoomIn } }),
      button(words.actualSize, () => this.#zoom(1 / this.#view.scale)),
      button(words.fit, () => this.#fit(), { with: { title: words.fitTip } }),
      button(words.exportIt, () => page.post({ is: "do", what: "export" })),
      button(words.copyPicture, () => page.post({ is: "do", what: "copy" })),
    );
    this.element = el("div", { class: "chart" }, tools, this.#stage);
    this.#listen();
  }

  show({ svg, arrangement }: ChartTab): void {
    this.#page.keep({ arrangement });
    if (svg !== this.#svg) {
      const focused = this.#focused()?.getAttribute("data-key");
      const read = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      this.#canvas.replaceChildren(document.importNode(read, true));
      this.#svg = svg;
      const items = this.#items();
      for (const item of items)
        item.setAttribute("data-vscode-context", menuFor("box", { at: item.getAttribute("data-at") ?? "" }));
      const before = items.find((item) => item.getAttribute("data-key") === focused);
      this.#stop(before ?? items[0]);
      if (focused !== undefined && focused !== null) (before ?? items[0])?.focus({ preventScroll: true });
    }
    if (this.#page.state.view) this.#place();
    else if (this.#stage.clientWidth > 0) this.#begin();
    this.#light(this.#page.state.selected);
  }

  /** Once it can be seen, and knows how large it is. */
  shown(): void {
    if (!this.#page.state.view && this.#svg !== "") this.#begin();
  }

  /** Lights up the box of an entry, and moves it into sight where it is outside. */
  mark(at: string | undefined): void {
    const first = this.#light(at);
    if (first) this.#reveal(first);
  }

  #light(at: string | undefined): SVGElement | undefined {
    let first: SVGElement | undefined;
    for (const item of this.#items()) {
      const isMarked = at !== undefined && item.getAttribute("data-at") === at;
      item.classList.toggle("marked", isMarked);
      item.setAttribute("aria-selected", String(isMarked));
      if (isMarked) first ??= item;
    }
    return first;
  }

  #items(): SVGElement[] {
    return [...this.#canvas.querySelectorAll<SVGElement>("[role=treeitem]")];
  }

  #focused(): SVGElement | undefined {
    return this.#items().find((item) => item === document.activeElement);
  }

  #stop(item: SVGElement | undefined): void {
    for (const one of this.#items()) one.setAttribute("tabindex", one === item ? "0" : "-1");
  }

  #go(item: SVGElement | undefined): void {
    if (!item) return;
    this.#stop(item);
    item.focus({ preventScroll: true });
    this.#reveal(item);
  }

  get #view(): { x: number; y: number; scale: number } {
    return this.#page.state.view ?? { x: 0, y: 0, scale: 1 };
  }

  #set(view: { x: number; y: number; scale: number }): void {
    this.#page.keep({ view });
    this.#place();
  }

  #place(): void {
    const { x, y, scale } = this.#view;
    this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  #size(): { width: number; height: number } {
    const svg = this.#canvas.querySelector("svg");
    return { width: Number(svg?.getAttribute("width") ?? 1), height: Number(svg?.getAttribute("height") ?? 1) };
  }

  /** All of it where letters can still be read then; else as large as that, from the top. */
  #begin(): void {
    const { width } = this.#size();
    const scale = Math.max(0.7, Math.min(1, this.#stage.clientWidth / width));
    this.#set({ scale, x: Math.max(0, (this.#stage.clientWidth - width * scale) / 2), y: 0 });
  }

  #fit(): void {
    const { width, height } = this.#size();
    const { clientWidth, clientHeight } = this.#stage;
    const scale = Math.max(smallest, Math.min(1.5, clientWidth / width, clientHeight / height));
    this.#set({ scale, x: (clientWidth - width * scale) / 2, y: Math.max(0, (clientHeight - height * scale) / 2) });
  }

  /** By a factor, around a point of the stage; around its middle where none is given. */
  #zoom(by: number, point?: { x: number; y: number }): void {
    const { x, y, scale } = this.#view;
    const next = Math.min(largest, Math.max(smallest, scale * by));
    const at = point ?? { x: this.#stage.clientWidth / 2, y: this.#stage.clientHeight / 2 };
    this.#set({ scale: next, x: at.x - ((at.x - x) * next) / scale, y: at.y - ((at.y - y) * next) / scale });
  }

  #reveal(item: SVGElement): void {
    const [box, stage] = [item.getBoundingClientRect(), this.#stage.getBoundingClientRect()];
    if (stage.width === 0) return;
    const edge = 12;
    const off = (low: number, high: number, from: number, to: number) =>
      low < from + edge ? from + edge - low : high > to - edge ? Math.max(to - edge - high, from + edge - low) : 0;
    const dx = off(box.left, box.right, stage.left, stage.right);
    const dy = off(box.top, box.bottom, stage.top, stage.bottom);
    const { x, y, scale } = this.#view;
    if (dx !== 0 || dy !== 0) this.#set({ scale, x: x + dx, y: y + dy });
  }

  #listen(): void {
    const stage = this.#stage;
    stage.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const { left, top } = stage.getBoundingClientRect();
        const { x, y, scale } = this.#view;
        // A pinch on a touch pad comes as a turn of the wheel with Ctrl.
        if (event.ctrlKey || event.metaKey)
          this.#zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - left, y: event.clientY - top });
        else
          this.#set({
            scale,
            x: x - event.deltaX - (event.shiftKey ? event.deltaY : 0),
            y: y - (event.shiftKey ? 0 : event.deltaY),
          });
      },
      { passive: false },
    );
    let from: { x: number; y: number; view: { x: number; y: number; scale: number } } | undefined;
    let moved = false;
    stage.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      moved = false;
      from = { x: event.clientX, y: event.clientY, view: this.#view };
    });
    stage.addEventListener("pointermove", (event) => {
      if (!from || event.buttons === 0) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.hypot(dx, dy) < 4) return;
      moved = true;
      stage.setPointerCapture(event.pointerId);
      stage.classList.add("panning");
      this.#set({ ...from.view, x: from.view.x + dx, y: from.view.y + dy });
    });
    stage.addEventListener("pointerup", () => {
      from = undefined;
      stage.classList.remove("panning");
    });
    stage.addEventListener("click", (event) => {
      const item = moved ? null : itemOf(event.target);
      if (!item) return;
      this.#stop(item);
      this.#open(item, true);
    });
    stage.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.shown()).observe(stage);
  }

  #open(item: Element, keepFocus: boolean): void {
    const at = item.getAttribute("data-at");
    if (at === null) return;
    this.#page.keep({ selected: at });
    this.mark(at);
    this.#page.post({ is: "go", at, keepFocus });
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const item = itemOf(event.target);
    const items = this.#items();
    const direction = directions[event.key];
    if (event.ctrlKey) return;
    if (direction && event.shiftKey) {
      const { x, y, scale } = this.#view;
      this.#set({ scale, x: x - direction[0] * 80, y: y - direction[1] * 80 });
    } else if (direction && item) this.#go(nearest(item, items, direction));
    else if (event.key === "Enter" && item) this.#open(item, false);
    else if (event.key === "Home") this.#go(items[0]);
    else if (event.key === "End") this.#go(items.at(-1));
    else if (event.key === "Escape") this.#page.post({ is: "back" });
    else if (event.key === "+" || event.key === "=") this.#zoom(1.25);
    else if (event.key === "-") this.#zoom(1 / 1.25);
    else if (event.key === "0") this.#fit();
    else if (event.key.length === 1 && event.key !== " ") this.#find(event.key, items, item);
    else return;
    event.preventDefault();
  }

  /** The next box whose title begins with what was typed just now. */
  #find(letter: string, items: readonly SVGElement[], from: SVGElement | null): void {
    const now = performance.now();
    this.#typed = now - this.#typedAt > 800 ? letter : this.#typed + letter;
    this.#typedAt = now;
    const start = from ? items.indexOf(from) : -1;
    const wanted = this.#typed.toLowerCase();
    const inOrder = [...items.slice(start + (wanted.length > 1 ? 0 : 1)), ...items.slice(0, Math.max(0, start + 1))];
    this.#go(inOrder.find((item) => titleOf(item).startsWith(wanted)));
  }
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const itemOf = (target: EventTarget | null): SVGElement | null =>
  target instanceof Element ? target.closest<SVGElement>("[role=treeitem]") : null;

const titleOf = (item: Element): string => (item.querySelector("title")?.textContent ?? "").toLowerCase();

/** The box that is nearest in a direction; what lies aside counts as further. */
function nearest(
  from: SVGElement,
  items: readonly SVGElement[],
  [dx, dy]: readonly [number, number],
): SVGElement | undefined {
  const middle = (item: SVGElement) => {
    const { left, top, width, height } = item.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const start = middle(from);
  let best: { item: SVGElement; cost: number } | undefined;
  for (const item of items) {
    if (item === from) continue;
    const { x, y } = middle(item);
    const [ahead, aside] = [
      (x - start.x) * dx + (y - start.y) * dy,
      Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx),
    ];
    const cost = ahead + aside * 2;
    if (ahead > 4 && (!best || cost < best.cost)) best = { item, cost };
  }
  return best?.item;
}
