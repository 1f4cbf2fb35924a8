import type { MarkKind } from "./chart.ts";

/** The colours of a picture. Written into attributes, so that neither styles nor scripts are needed. */
export interface Palette {
  readonly ground: string;
  readonly box: string;
  /** The ground of a box whose holder comes from outside. */
  readonly outside: string;
  readonly edge: string;
  readonly line: string;
  readonly dotted: string;
  /** The line that closes a circle. */
  readonly circle: string;
  readonly text: string;
  readonly faint: string;
  /** A committee's letter: filled, and what stands on it. */
  readonly letter: string;
  readonly onLetter: string;
  readonly marks: Readonly<Record<MarkKind, string>>;
}

const light: Palette = {
  ground: "#ffffff",
  box: "#f6f8fa",
  outside: "#fff6df",
  edge: "#8c95a3",
  line: "#5c6470",
  dotted: "#1767b3",
  circle: "#b3261e",
  text: "#16191f",
  faint: "#525a66",
  letter: "#1f4e79",
  onLetter: "#ffffff",
  marks: { error: "#b3261e", warning: "#8a5a00", info: "#0b57b0", hint: "#525a66", settled: "#525a66" },
};

const dark: Palette = {
  ground: "#1e1f22",
  box: "#2b2d31",
  outside: "#3a3320",
  edge: "#7d8590",
  line: "#9aa3ae",
  dotted: "#6cb2ff",
  circle: "#ff8a80",
  text: "#f0f2f4",
  faint: "#b6bdc6",
  letter: "#8ec5ff",
  onLetter: "#10202f",
  marks: { error: "#ff8a80", warning: "#f0b74a", info: "#7fbcff", hint: "#b6bdc6", settled: "#b6bdc6" },
};

const highContrast: Palette = {
  ground: "#000000",
  box: "#000000",
  outside: "#000000",
  edge: "#ffffff",
  line: "#ffffff",
  dotted: "#3ff23f",
  circle: "#ffff00",
  text: "#ffffff",
  faint: "#ffffff",
  letter: "#ffffff",
  onLetter: "#000000",
  marks: { error: "#ff9d94", warning: "#ffd24d", info: "#9fd0ff", hint: "#ffffff", settled: "#ffffff" },
};

/** Black and white alone: what has no colour is told apart by its shape and its dashes. */
const print: Palette = {
  ground: "#ffffff",
  box: "#ffffff",
  outside: "#ffffff",
  edge: "#000000",
  line: "#000000",
  dotted: "#000000",
  circle: "#000000",
  text: "#000000",
  faint: "#000000",
  letter: "#000000",
  onLetter: "#ffffff",
  marks: { error: "#000000", warning: "#000000", info: "#000000", hint: "#000000", settled: "#000000" },
};

/** Of the page that shows it: the editor's preview sets these. */
const page: Palette = {
  ground: "var(--itorg-ground)",
  box: "var(--itorg-box)",
  outside: "var(--itorg-outside)",
  edge: "var(--itorg-edge)",
  line: "var(--itorg-line)",
  dotted: "var(--itorg-dotted)",
  circle: "var(--itorg-circle)",
  text: "var(--itorg-text)",
  faint: "var(--itorg-faint)",
  letter: "var(--itorg-letter)",
  onLetter: "var(--itorg-on-letter)",
  marks: {
    error: "var(--itorg-error)",
    warning: "var(--itorg-warning)",
    info: "var(--itorg-info)",
    hint: "var(--itorg-hint)",
    settled: "var(--itorg-settled)",
  },
};

export const palettes = { light, dark, "high-contrast": highContrast, print, page } as const;
export type ThemeName = keyof typeof palettes;
/** Those that a file can be written in. */
export const themes = ["light", "dark", "high-contrast", "print"] as const satisfies readonly ThemeName[];
