// Counts what passed and failed over all parts of a run, and prints each check made outside the editor.
import { stripVTControlCharacters } from "node:util";

let passed = 0;
let failed = 0;

/** Runs one check and prints its result. `onFailure` may keep what helps to understand it, such as a picture. */
export async function check(name, body, onFailure) {
  const start = Date.now();
  try {
    await body();
    passed++;
    console.log(`  ok    ${name} (${Date.now() - start} ms)`);
  } catch (error) {
    failed++;
    console.log(`  FAIL  ${name}\n${told(error)}`);
    await onFailure?.(name);
  }
}

/** The error with its causes, without the colours that Playwright puts into it. */
function told(error) {
  const text = stripVTControlCharacters(String(error.stack ?? error));
  return error.cause ? `${text}\nbecause: ${told(error.cause)}` : text;
}

/** Adds the results of a suite that ran inside the editor, where they were printed already. */
export function count(results) {
  for (const { error } of results) {
    if (error === undefined) passed++;
    else failed++;
  }
}

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

export function totals() {
  return { passed, failed };
}
