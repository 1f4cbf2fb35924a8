const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in XML or HTML, between tags or in an attribute. What neither can hold its writer has taken out. */
export const escapedXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter]!);

/** The same on one line, without the control characters and lone surrogates that XML 1.0 allows in no form. */
export const xmlOnOneLine = (text: string): string => escapedXml(text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ""));
