import { escapedXml } from "../../base/xml.ts";

/** Text for XML or HTML, between tags or in an attribute; what XML 1.0 allows in no form goes, line breaks stay. */
export const xml = (text: string): string => escapedXml(text.replace(/[^\P{Cc}\n]|[\p{Cs}\ufffe\uffff]/gu, ""));
