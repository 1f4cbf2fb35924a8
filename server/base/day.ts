/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day it is where the consultant sits. */
export function currentDay(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The same day (YYYY-MM-DD) a year later; a year without a 29th of February ends on the 28th. */
export function yearAfter(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return next.endsWith("-02-29") ? next.replace("-29", "-28") : next;
}

/** A date (YYYY-MM-DD) as it is said: "31 March 2027". */
export function dayInWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** Whether a day (YYYY-MM-DD) is this one or one of so many behind it. */
export const isWithinDays = (day: string, today: string, days: number): boolean =>
  day >= today && Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`) <= days * 86_400_000;
