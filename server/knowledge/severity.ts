/** Strongest first. */
export const severities = ["error", "warning", "info", "hint"] as const;
export type Severity = (typeof severities)[number];

/** One step weaker; a hint is the floor. */
export function weaker(severity: Severity): Severity {
  return severities[Math.min(severities.indexOf(severity) + 1, severities.length - 1)]!;
}

export function strongest(...given: readonly Severity[]): Severity {
  return severities.find((severity) => given.includes(severity)) ?? "hint";
}

export function weakest(...given: readonly Severity[]): Severity {
  return severities.findLast((severity) => given.includes(severity)) ?? "error";
}

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
