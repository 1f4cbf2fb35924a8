import { isDay } from "../../base/day.ts";
import { memo } from "../../base/memo.ts";

/** Months by the first letters of their names, in English and German. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  mae: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};

/** The days that a text may mean which is written in another way, as YYYY-MM-DD; two where day and month could be either. */
export function daysMeant(text: string): string[] {
  const plain = text
    .replaceAll(/[“”„‟«»‘’]/gu, "")
    .trim()
    .toLowerCase();
  const yearFirst = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(plain);
  if (yearFirst) return days([[yearFirst[1]!, yearFirst[2]!, yearFirst[3]!]]);
  const numbers = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$/.exec(plain);
  if (numbers) {
    const [, first = "", sign, second = "", year = ""] = numbers;
    const dayFirst: Parts = [year, second, first];
    // Dots are written where the day comes first; slashes in either order.
    return days(sign === "." || first === second ? [dayFirst] : [dayFirst, [year, first, second]]);
  }
  const named =
    /^(\d{1,2})(?:\.|st|nd|rd|th)? +([a-zä]{3,9})\.?,? +(\d{4})$/.exec(plain) ??
    /^([a-zä]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/.exec(plain);
  if (!named) return [];
  const [, one = "", two = "", year = ""] = named;
  const [day, name] = /^\d/.test(one) ? [one, two] : [two, one];
  const month = months[name.slice(0, 3)];
  return month === undefined ? [] : days([[year, String(month), day]]);
}

type Parts = readonly [year: string, month: string, day: string];

const days = (all: readonly Parts[]): string[] =>
  [...new Set(all.map(([year, month, day]) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`))].filter(
    isDay,
  );

/** Words that multiply the number before them, in English and German. */
const powers: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  millionen: 6,
  bn: 9,
  mrd: 9,
  billion: 9,
};

/**
 * The number that a text means which is written with separators, in words or only roughly; undefined for any other.
 * `whole`: a point before three digits parts thousands, since there are no halves.
 */
export function numberMeant(text: string, whole: boolean): number | undefined {
  const plain = text
    .replaceAll(/[“”„‟«»‘’]/gu, "")
    .trim()
    .toLowerCase()
    .replace(/^(?:ca\.?|circa|approx\.?|about|around|roughly|etwa|rund|~|≈|>|<|over|über)\s*/u, "")
    .replace(/\s*(?:\+|employees|people|staff|persons|fte|ftes|mitarbeiter|ma|days?|tage?)$/u, "");
  const parts = /^(\d[\d.,' \u00a0\u202f_]*?)\s*([a-z]+)?\.?$/u.exec(plain);
  if (!parts) return undefined;
  const [, digits = "", word] = parts;
  const power = word === undefined ? 0 : powers[word];
  if (power === undefined) return undefined;
  const grouped = /^\d{1,3}(?:[.,' \u00a0\u202f_]\d{3})+$/u.test(digits) && (whole || !/^\d+\.\d{3}$/.test(digits));
  const read = grouped ? Number(digits.replace(/\D/g, "")) : Number(digits.replace(",", "."));
  const value = Number.isFinite(read) ? Math.round(read * 10 ** power * 1000) / 1000 : Number.NaN;
  return Number.isNaN(value) || (whole && !Number.isInteger(value)) ? undefined : value;
}

/** An amount of money with its currency, such as `41 Mio EUR`; undefined for any other text. */
export function moneyMeant(text: string): { readonly amount: number; readonly currency: string } | undefined {
  const signs: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP" };
  const found =
    /^(?:([€$£])|([A-Z]{3}))\s*(\d.*)$/u.exec(text.trim()) ?? /^(\d.*?)\s*(?:([€$£])|([A-Z]{3}))$/u.exec(text.trim());
  if (!found) return undefined;
  const [digits, sign, code] = /^\d/.test(found[1] ?? "")
    ? [found[1], found[2], found[3]]
    : [found[3], found[1], found[2]];
  const amount = numberMeant(digits ?? "", true);
  const currency = code ?? (sign === undefined ? undefined : signs[sign]);
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Codes of countries by their names in English and German, in small letters. */
const countries = memo((_: typeof letters): ReadonlyMap<string, string> => {
  const byName = new Map([
    ["uk", "GB"],
    ["great britain", "GB"],
    ["england", "GB"],
    ["usa", "US"],
    ["holland", "NL"],
  ]);
  for (const language of ["en", "de"]) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const first of letters)
      for (const second of letters) {
        const code = first + second;
        // Codes that are out of use have the name of those that took their place.
        const name = new Intl.Locale(`und-${code}`).region === code ? names.of(code)?.toLowerCase() : undefined;
        if (name !== undefined && !byName.has(name)) byName.set(name, code);
      }
  }
  return byName;
});

/** The code of a country that is written by its name. */
export const countryMeant = (text: string): string | undefined => countries(letters).get(text.trim().toLowerCase());

/** What a law is called elsewhere, without blanks and signs, and its id. */
const otherNames: Readonly<Record<string, string>> = {
  dsgvo: "gdpr",
  eudsgvo: "gdpr",
  rgpd: "gdpr",
  pcidss: "pci-dss",
  pci: "pci-dss",
  sarbanesoxley: "sox",
};

/** The law that a key means which is written with blanks, capitals or signs, or by its name in another language. */
export function lawMeant(key: string, known: ReadonlySet<string>): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const wanted = bare(key).replace(/^(?:iso)(?:iec)/, "iso");
  const other = otherNames[wanted];
  if (other !== undefined && known.has(other)) return other;
  return (
    [...known].find((id) => bare(id) === wanted) ?? [...known].find((id) => bare(id).replace(/\d{4}$/, "") === wanted)
  );
}

/** What services and activities are called elsewhere, without blanks and signs, and what they are called here. */
const otherWords: Readonly<Record<string, string>> = {
  soc: "security-operations",
  managedsoc: "security-operations",
  securityoperationscenter: "security-operations",
  securityoperationscentre: "security-operations",
  mdr: "security-operations",
  pentest: "penetration-test",
  pentests: "penetration-test",
  pentesting: "penetration-test",
  penetrationtesting: "penetration-test",
  servicedesk: "helpdesk",
  itsupport: "helpdesk",
  usersupport: "helpdesk",
  patchmanagement: "patching",
  vulnerabilityscanning: "vulnerability-management",
  accessreviews: "access-review",
  userreview: "access-review",
  offboarding: "access-revoke",
  bcm: "business-continuity",
  drp: "disaster-recovery",
  itaudit: "is-audit",
};

/** The word of the catalogues for one that is usual elsewhere, such as `pentest`; undefined for any other. */
export function usualWord(text: string, known: { has(word: string): boolean }): string | undefined {
  const word = otherWords[text.toLowerCase().replace(/[^a-z0-9]/g, "")];
  return word !== undefined && known.has(word) ? word : undefined;
}

/** The word that stands in place of an entry, for one that people write in its stead; undefined for any other text. */
export function entryWords(text: string): readonly string[] {
  const bare = text.trim().replace(/^[“”„‟«»‘’"']+|[“”„‟«»‘’"']+$/gu, "");
  if (/^(?:none|no|nil|nobody|keine?r?|nein|niemand|fehlt)$/i.test(bare)) return ["none"];
  if (/^n\.? ?\/? ?a\.?$/i.test(bare)) return ["not-applicable", "none", "not-asked"];
  if (/^(?:vacant|vakant|unbesetzt|open|offen|unfilled)$/i.test(bare)) return ["vacant"];
  if (/^(?:unknown|unbekannt|don'?t know|k\. ?a\.)$/i.test(bare)) return ["unknown"];
  if (/^(?:tb[acd]|\?+|-+|x{2,}|not asked|to be \w+)$/i.test(bare)) return ["not-asked"];
  return [];
}
