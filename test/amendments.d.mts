/** A row of design/amendments.md: the test that holds it, or why none does yet. */
export interface AmendmentRow {
  readonly section: string;
  readonly row: string;
  readonly file?: string;
  readonly test?: string;
  readonly left?: string;
}
export function rows(): AmendmentRow[];
export function table(all: readonly AmendmentRow[]): string;
