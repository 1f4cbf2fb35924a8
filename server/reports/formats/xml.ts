const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML or HTML, between tags or in an attribute; what XML 1.0 allows in no form goes, line breaks stay. */
export const xml = (text: string): string =>
  text.replace(/[^\P{Cc}\n]|[\p{Cs}\ufffe\uffff]/gu, "").replace(/[&<>"']/g, (letter) => entities[letter]!);
