const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * Sixteen hexadecimal digits that stay the same for the same text, on every machine: FNV-1a over its UTF-8 bytes. They
 * tell texts apart and keep nothing secret.
 */
export function hashOf(text: string): string {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  return hash.toString(16).padStart(16, "0");
}
