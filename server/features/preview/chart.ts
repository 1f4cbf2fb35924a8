import { chartFindings } from "../../analysis/chart-findings.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import { chartOf } from "../../chart/build.ts";
import { draw } from "../../chart/draw.ts";
import { onScreenAs } from "../../chart/pages.ts";

export interface Kept {
  readonly hangFrom: number;
  readonly columns: number;
}

export interface ChartTab {
  readonly tab: "chart";
  readonly svg: string;
  readonly arrangement: Kept;
}

/** The chart in the colours of the page, arranged as before where it was there before. */
export function chartTab({ analysis }: Snapshot, kept: Kept | undefined): ChartTab {
  const chart = chartOf(analysis.document.org, chartFindings(analysis), { names: "full" });
  const { drawing, how } = onScreenAs(chart, kept);
  return { tab: "chart", svg: draw(drawing, { theme: "page", interactive: true }), arrangement: how };
}
