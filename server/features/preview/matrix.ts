import { chartFindings } from "../../analysis/chart-findings.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import { type MarkKind, markKinds } from "../../chart/chart.ts";
import { type Matrix, type MatrixColumn, type MatrixPair, type MatrixRow, matrixOf } from "../../chart/matrix.ts";
import { placeToString } from "../../model/words/place.ts";

export interface MatrixTab {
  readonly tab: "matrix";
  readonly columns: readonly {
    readonly at: string;
    readonly is: MatrixColumn["is"];
    readonly title: string;
    readonly holder: string;
  }[];
  readonly fields: readonly { readonly name: string; readonly rows: readonly Row[] }[];
  readonly pairs: readonly MatrixPair[];
  readonly unmentioned: readonly string[];
  readonly complete: boolean;
}

interface Row {
  readonly at: string;
  readonly title: string;
  readonly cells: readonly ({
    readonly letters: string;
    readonly pairs: readonly number[];
    readonly at: string;
  } | null)[];
  readonly gaps: readonly string[];
  readonly found: readonly { readonly kind: MarkKind; readonly count: number }[];
}

const fieldOf = { R: "responsible", A: "accountable", C: "consulted", I: "informed" } as const;

/** The responsibility matrix, each cell with the list in which it stands. */
export function matrixTab({ analysis }: Snapshot): MatrixTab {
  const matrix = matrixOf(analysis.document.org, chartFindings(analysis), "full");
  return {
    tab: "matrix",
    columns: matrix.columns.map(({ at, is, title, holder }) => ({ at: placeToString(at), is, title, holder })),
    fields: matrix.fields.map(({ name, rows }) => ({ name, rows: rows.map((row) => rowOf(row, matrix)) })),
    pairs: matrix.pairs,
    unmentioned: matrix.unmentioned,
    complete: matrix.complete,
  };
}

function rowOf({ at, title, cells, gaps, found }: MatrixRow, { columns }: Matrix): Row {
  return {
    at: placeToString(at),
    title,
    cells: columns.map(({ key }) => {
      const cell = cells.get(key);
      const [first] = cell?.letters ?? [];
      if (!cell || !first) return null;
      return { letters: cell.letters.join(" "), pairs: cell.pairs, at: placeToString([...at, fieldOf[first]]) };
    }),
    gaps,
    found: markKinds.filter((kind) => found.marks[kind] > 0).map((kind) => ({ kind, count: found.marks[kind] })),
  };
}
