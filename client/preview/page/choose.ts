import type { ChoiceShown } from "../../../server/preview-protocol.ts";
import { el, filled } from "./dom.ts";
import type { Page } from "./page.ts";

export interface ChooseOptions {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly ChoiceShown[];
  /** Something else may be typed. */
  readonly own: boolean;
  readonly text: string;
  typed(text: string): void;
  /** Something was taken from the list, or typed. */
  take(id: string): void;
  /** Enter in an empty field. */
  enter(): void;
}

/** More than this nobody reads; another letter makes them fewer. */
const most = 50;

let count = 0;

/** A field with a list that what is typed makes shorter: Enter takes what is marked there, arrows mark another. */
export function choose({ words }: Page, options: ChooseOptions): HTMLElement {
  const { choices, own } = options;
  const listId = `list-${++count}`;
  let shown: readonly ChoiceShown[] = [];
  let marked = 0;
  const list = el("ul", { class: "choices", with: { role: "listbox", id: listId, "aria-label": options.label } });
  list.hidden = true;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };
  const mark = (to: number) => {
    marked = Math.max(0, Math.min(shown.length - 1, to));
    for (const [i, item] of [...list.children].entries()) {
      item.setAttribute("aria-selected", String(i === marked));
      if (i === marked) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    }
  };
  const open = () => {
    const text = input.value.trim();
    const wanted = text.toLowerCase();
    const starts = choices.filter(({ title, id }) => begins(title, wanted) || id.startsWith(wanted));
    const others = choices.filter((one) => !starts.includes(one) && one.title.toLowerCase().includes(wanted));
    const isListed = choices.some(({ title, id }) => title.toLowerCase() === wanted || id === text);
    const typed = own && text !== "" && !isListed ? [{ id: text, title: filled(words.somebodyElse, text) }] : [];
    shown = [...[...starts, ...others].slice(0, most), ...typed];
    list.replaceChildren(
      ...shown.map(({ title, id }, i) =>
        el(
          "li",
          {
            with: { role: "option", id: `${listId}-${i}` },
            on: {
              mousedown: (event) => {
                event.preventDefault();
                take(id);
              },
            },
          },
          title,
        ),
      ),
    );
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(0);
  };
  const take = (id: string) => {
    input.value = "";
    options.typed("");
    close();
    options.take(id);
  };
  const input = el("input", {
    with: {
      type: "text",
      role: "combobox",
      "aria-label": options.label,
      "aria-expanded": "false",
      "aria-controls": listId,
      "aria-autocomplete": "list",
      placeholder: words.typeOrChoose,
      autocomplete: "off",
      spellcheck: "false",
      value: options.text,
      "data-id": options.id,
    },
    on: {
      input: () => {
        options.typed(input.value);
        if (input.value === "") close();
        else open();
      },
      click: open,
      blur: close,
      keydown: (event) => {
        if (event.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          if (list.hidden) open();
          else mark(marked + (event.key === "ArrowDown" ? 1 : -1));
        } else if (event.key === "Escape" && !list.hidden) {
          event.stopPropagation();
          close();
        } else if (event.key === "Enter") {
          event.preventDefault();
          // What is typed may have been drawn anew, without its list.
          if (list.hidden && input.value.trim() !== "") open();
          const chosen = list.hidden ? undefined : shown[marked];
          if (chosen) take(chosen.id);
          else if (input.value.trim() === "") options.enter();
          else if (own) take(input.value.trim());
        }
      },
    },
  });
  return el("div", { class: "choose" }, input, list);
}

const begins = (title: string, wanted: string): boolean =>
  title
    .toLowerCase()
    .split(/[\s(]+/)
    .some((_, i, all) => all.slice(i).join(" ").startsWith(wanted));
