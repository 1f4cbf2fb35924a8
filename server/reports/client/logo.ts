import type { Logo } from "../../base/document.ts";

/** A firm's picture is small; whatever is larger is a mistake, or would make every report large. */
const mostBytes = 1_000_000;

/** A picture by its content: PNG or JPEG. Else why it is none, as a clause about it. */
export function logoFrom(bytes: Uint8Array): Logo | string {
  if (bytes.length > mostBytes) return "it is larger than 1 MB";
  const size = sizeOfPng(bytes) ?? sizeOfJpeg(bytes);
  if (!size) return "it is neither PNG nor JPEG";
  if (size.width < 1 || size.height < 1) return "it is empty";
  return { ...size, base64: base64Of(bytes) };
}

type Size = Pick<Logo, "type" | "width" | "height">;

function sizeOfPng(bytes: Uint8Array): Size | undefined {
  const isPng = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);
  if (!isPng || bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { type: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** A JPEG's size stands in the first segment of a frame; the segments before it are passed over by their lengths. */
function sizeOfJpeg(bytes: Uint8Array): Size | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const kind = bytes[at + 1]!;
    const isFrame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
    if (isFrame) return { type: "jpg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
