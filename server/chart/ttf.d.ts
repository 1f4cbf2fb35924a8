/** A font is read when the bundle is built: how wide its letters are, `[first code point, widths...]` a run. */
declare module "*.ttf" {
  const font: { readonly unitsPerEm: number; readonly runs: readonly (readonly number[])[] };
  export default font;
}
