/** What is too large for the program itself, and loaded at the first export. */
export { lettersOf } from "./fonts.ts";
export { type Assets, png } from "./png.ts";
export { type Cell, type Sheet, xlsx } from "./xlsx.ts";
