/** What is too large for the program itself, and loaded at the first export. */
export { answer } from "./answer.ts";
export { docx } from "./docx.ts";
export { lettersOf } from "./fonts.ts";
export { type Assets, png } from "./png.ts";
export { pptx } from "./pptx.ts";
export { docxFrom, type Filled } from "./template.ts";
export { type Cell, type Sheet, xlsx } from "./xlsx.ts";
