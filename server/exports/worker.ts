import type { ExportRequest } from "./answer.ts";
import { answer } from "./index.ts";

/**
 * The exports as a worker of a browser, where nothing can be read from a disk. Each request has an id, which its answer
 * repeats; an answer has `error`, in words of the runtime, or `result`.
 */
self.onmessage = ({ data }: MessageEvent<ExportRequest>) => {
  const { id } = data;
  answer(data).then(
    (result) => self.postMessage({ id, result }),
    (error: unknown) => self.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
};
