import type { FromPage } from "../messages.ts";

/** Larger pictures are empty in a browser, without an error. */
const longestSide = 16_000;
const mostPixels = 100_000_000;

/** Draws an SVG with the machine's own fonts, which have every script, and hands it over. */
export async function draw(svg: string, as: "file" | "copy", post: (message: FromPage) => void): Promise<void> {
  const blob = await pngOf(svg);
  if (as === "copy") {
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
      return post({ is: "copied" });
    } catch {
      // A browser that refuses leaves the file.
      return post({ is: "not-copied", base64: await base64Of(blob) });
    }
  }
  post({ is: "drawn", base64: await base64Of(blob) });
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(2, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is empty."))), "image/png"),
  );
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
