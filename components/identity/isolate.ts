/** Keeps an address or a code left to right inside a sentence of any direction (Unicode isolates). */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`;
}

/** Keeps a name in its own direction inside a sentence of another one. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
