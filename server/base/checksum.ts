/** Eight hexadecimal digits by which two texts can be told apart (FNV-1a, of UTF-16 units). It keeps no secret. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
