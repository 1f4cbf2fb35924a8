interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
}
export function packagesIn(metafiles: readonly Metafile[]): string[];
export function noticesOf(folders: readonly string[]): Promise<string>;
