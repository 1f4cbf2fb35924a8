import { XmlDocument, XsdValidator } from "libxml2-wasm";

/** What is wrong with an XML document by an XML Schema, a line each; none where it is valid. Both are texts. */
export function faultsOf(document, schema) {
  const xsd = XmlDocument.fromString(schema);
  const validator = XsdValidator.fromDoc(xsd);
  try {
    const xml = XmlDocument.fromString(document);
    try {
      validator.validate(xml);
      return [];
    } finally {
      xml.dispose();
    }
  } catch (error) {
    return String(error.message).trim().split("\n");
  } finally {
    validator.dispose();
    xsd.dispose();
  }
}
