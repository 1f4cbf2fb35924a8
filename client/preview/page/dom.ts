/** Elements without markup: whatever a file says is text here, and never read as anything else. */

type Child = Node | string | undefined | false;
type Listeners = { readonly [Event in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Event]) => void };

export interface Options {
  readonly class?: string;
  /** Attributes; those that are undefined are left out, `true` is an empty one. */
  readonly with?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly on?: Listeners;
}

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  options: Options = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (options.class) element.className = options.class;
  for (const [key, value] of Object.entries(options.with ?? {}))
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : String(value));
  for (const [event, listener] of Object.entries(options.on ?? {}))
    element.addEventListener(event, listener as EventListener);
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

export const button = (text: string, press: () => void, options: Options = {}): HTMLButtonElement =>
  el("button", { ...options, with: { type: "button", ...options.with }, on: { click: press, ...options.on } }, text);

/** "{0} of {1}" with what belongs there. */
export const filled = (text: string, ...values: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");

const svgSpace = "http://www.w3.org/2000/svg";

const shapes: Readonly<Record<string, string>> = {
  error: "M4 1h6l3 3v6l-3 3H4l-3-3V4z",
  warning: "M7 1.5 13.5 13H.5z",
  info: "M7 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
  hint: "M2.5 2.5h9v9h-9z",
  settled: "M2.5 2.5h9v9h-9zM4 4v6h6V4z",
};

/** The sign of a kind of finding, of the same shape as in the chart. */
export function mark(kind: string, label: string): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, "svg");
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("class", `mark ${kind}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const path = document.createElementNS(svgSpace, "path");
  path.setAttribute("d", shapes[kind] ?? "");
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

/** What the native menu and its commands know of the element under it. */
export const menuFor = (section: string, about: object): string =>
  JSON.stringify({ webviewSection: section, preventDefaultContextMenuItems: true, ...about });

/**
 * Makes one stop for the Tab key out of many: the arrows go from one to the next, Home and End to the ends. `current`
 * says which one had the focus last, by its `data-id`.
 */
export function oneStop(items: readonly HTMLElement[], current: string | undefined): void {
  const first = items.find((item) => item.dataset["id"] === current) ?? items[0];
  for (const item of items) item.tabIndex = item === first ? 0 : -1;
  const go = (item: HTMLElement | undefined) => {
    if (!item) return;
    for (const one of items) one.tabIndex = one === item ? 0 : -1;
    item.focus();
  };
  for (const [i, item] of items.entries()) {
    item.addEventListener("keydown", (event) => {
      if (event.target !== item) return;
      const to = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: items.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      go(items[to]);
    });
    item.addEventListener("focus", () => {
      for (const one of items) one.tabIndex = one === item ? 0 : -1;
    });
  }
}
