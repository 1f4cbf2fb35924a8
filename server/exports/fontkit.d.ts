/** As much of fontkit as is used. */
declare module "fontkit" {
  export interface Font {
    readonly characterSet: readonly number[];
  }
  export interface FontCollection {
    readonly fonts: readonly Font[];
  }
  /** Throws where the bytes are no font. */
  export function create(bytes: Uint8Array): Font | FontCollection;
}
