import type { Deck } from "../base/deck.ts";
import type { Document } from "../base/document.ts";
import { docx } from "./docx.ts";
import { lettersOf } from "./fonts.ts";
import { type Assets, png } from "./png.ts";
import { pptx } from "./pptx.ts";
import { type Sheet, xlsx } from "./xlsx.ts";

/** What an export is asked for where it runs in a worker: whoever asks hands over the wasm and the fonts. */
export type ExportRequest = { readonly id: number } & (
  | { readonly what: "png"; readonly svg: string; readonly scale: number; readonly assets: Assets }
  | { readonly what: "xlsx"; readonly sheets: readonly Sheet[] }
  | { readonly what: "letters"; readonly font: Uint8Array }
  | { readonly what: "docx"; readonly document: Document; readonly assets: Assets }
  | { readonly what: "pptx"; readonly deck: Deck }
);

export async function answer(request: ExportRequest): Promise<unknown> {
  switch (request.what) {
    case "png":
      return png(request.svg, request.scale, request.assets);
    case "xlsx":
      return xlsx(request.sheets);
    case "docx":
      return docx(request.document, request.assets);
    case "pptx":
      return pptx(request.deck);
    default:
      return lettersOf(request.font);
  }
}
