export interface Ids {
  /** A time-ordered UUID (version 7). */
  uuid(): string;
  /** URL-safe random text with `bytes` bytes of entropy. */
  token(bytes: number): string;
}
