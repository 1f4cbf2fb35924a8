export const runLength: number;
export function wordsOf(text: string): string[];
export function runsOf(text: string): string[];
export function hashOf(run: string): string;
