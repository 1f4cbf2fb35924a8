import { lettersOf, png, type Sheet, xlsx } from "./index.ts";
import type { Assets } from "./png.ts";

/**
 * The exports as a worker of a browser, where nothing can be read from a disk: whoever asks hands over the wasm and the
 * fonts. Each request has an id, which its answer repeats; an answer has `error`, in words of the runtime, or `result`.
 */
export type ExportRequest = { readonly id: number } & (
  | { readonly what: "png"; readonly svg: string; readonly scale: number; readonly assets: Assets }
  | { readonly what: "xlsx"; readonly sheets: readonly Sheet[] }
  | { readonly what: "letters"; readonly font: Uint8Array }
);

async function answer(request: ExportRequest): Promise<unknown> {
  switch (request.what) {
    case "png":
      return png(request.svg, request.scale, request.assets);
    case "xlsx":
      return xlsx(request.sheets);
    default:
      return lettersOf(request.font);
  }
}

self.onmessage = ({ data }: MessageEvent<ExportRequest>) => {
  const { id } = data;
  answer(data).then(
    (result) => self.postMessage({ id, result }),
    (error: unknown) => self.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
};
