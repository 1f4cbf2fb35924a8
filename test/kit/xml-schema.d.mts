/** What is wrong with an XML document by an XML Schema, a line each; none where it is valid. Both are texts. */
export function faultsOf(document: string, schema: string): string[];
