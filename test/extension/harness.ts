// A test runner of twenty lines, and waiting by event: what the suites that run inside the editor share.
import * as vscode from "vscode";

export interface Result {
  name: string;
  milliseconds: number;
  error?: string;
}

/** A finding as the command line's JSON and the editor both can say it. */
export interface Seen {
  rule: string;
  severity: "error" | "warning" | "info" | "hint";
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

const tests: { name: string; body: () => Promise<void> }[] = [];

export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Runs all tests in order, prints each, and writes the results and `extra()` to where context.mjs reads them. */
export async function runTests(extra: () => object): Promise<void> {
  const results: Result[] = [];
  const file = vscode.Uri.joinPath(workspace(), "..", "results.json");
  for (const { name, body } of tests) {
    const start = Date.now();
    let error: string | undefined;
    try {
      await body();
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    }
    const milliseconds = Date.now() - start;
    results.push(error === undefined ? { name, milliseconds } : { name, milliseconds, error });
    say(error === undefined ? `  ok    ${name} (${milliseconds} ms)` : `  FAIL  ${name}\n${error}`);
    // After each test, so that a suite that hangs later has its results up to there.
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ results, ...extra() })));
  }
  // VS Code takes a rejected run() for the failure of the suite; without it, it would exit with 0.
  const failed = results.filter((result) => result.error !== undefined).length;
  if (failed > 0) throw new Error(`${failed} of ${results.length} tests failed`);
}

/** Prints a line for people. The mark lets run.mjs tell it from what the workbench itself writes to the console. */
export function say(text: string): void {
  console.log(`[itorg] ${text}`);
}

export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** The first workspace folder: a copy of the samples that a test may change. */
export function workspace(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  expect(folder, "The suite needs an open folder.");
  return folder.uri;
}

export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The rule id of a diagnostic, which is its code. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === "object" ? code.value : code);
}

export function rulesAt(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(ruleOf);
}

export function hasRule(rule: string) {
  return (diagnostics: readonly vscode.Diagnostic[]) => diagnostics.some((each) => ruleOf(each) === rule);
}

/**
 * Waits until the diagnostics of `uri` are as wanted, which may be now already.
 * With `fresh`, only a report that arrives after this call counts.
 */
export function diagnostics(
  uri: vscode.Uri,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
  what: string,
  { fresh = false } = {},
): Promise<readonly vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const now = vscode.languages.getDiagnostics(uri);
      return wanted(now) ? now : undefined;
    },
    () => `${what}; the rules there: ${rulesAt(uri).join(", ") || "none"}`,
    { fresh },
  );
}

/** Waits until `probe` gives a value, asking again at each event. The limit only serves to report a failure. */
export function until<T>(
  event: vscode.Event<unknown>,
  probe: () => T | undefined,
  what: () => string,
  { fresh = false, limit = 10_000 } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error(`Waited in vain for: ${what()}`))), limit);
    const subscription = event(ask);
    if (!fresh) ask();

    function ask() {
      const value = probe();
      if (value !== undefined) finish(() => resolve(value));
    }
    function finish(settle: () => void) {
      clearTimeout(timer);
      subscription?.dispose();
      settle();
    }
  });
}

const severities = ["error", "warning", "info", "hint"] as const;

/** All diagnostics of a file in the command line's terms, in the order of position, then rule. */
export function seen(uri: vscode.Uri): Seen[] {
  const place = ({ line, character }: vscode.Position) => ({ line, character });
  return vscode.languages.getDiagnostics(uri).map((each) => ({
    rule: ruleOf(each),
    severity: severities[each.severity] ?? "error",
    range: { start: place(each.range.start), end: place(each.range.end) },
  }));
}
