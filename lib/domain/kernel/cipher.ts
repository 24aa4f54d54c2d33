/** Encryption at rest: AES-256-GCM with a key id in front, so that keys can be rotated. */
export interface Cipher {
  encrypt(text: string): Uint8Array<ArrayBuffer>;
  /** Throws when the key is unknown or the bytes were changed. */
  decrypt(bytes: Uint8Array): string;
}
