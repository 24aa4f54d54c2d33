import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Cipher } from "@/lib/domain/kernel/cipher";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface NamedKey {
  id: string;
  key: Buffer;
}

/** "k2:<base64>,k1:<base64>": the first encrypts, all decrypt. Throws when one is not 32 bytes. */
function parseKeys(text: string): NamedKey[] {
  return text.split(",").map((part) => {
    const separator = part.indexOf(":");
    const id = part.slice(0, separator).trim();
    const key = Buffer.from(part.slice(separator + 1).trim(), "base64");
    if (separator < 1 || id.length > 255 || key.length !== 32) {
      throw new Error(
        'ENCRYPTION_KEYS must look like "k1:<base64 of 32 bytes>", several separated by commas',
      );
    }
    return { id, key };
  });
}

/**
 * AES-256-GCM. Layout: length of the key id (1 byte), key id, IV (12), tag (16), ciphertext. The key id is
 * authenticated too.
 */
export function createCipher(keysText: string): Cipher {
  const keys = parseKeys(keysText);
  const byId = new Map(keys.map((named) => [named.id, named.key]));
  return {
    encrypt(text) {
      const newest = keys[0];
      if (!newest) throw new Error("no encryption key");
      const id = Buffer.from(newest.id, "utf8");
      const header = Buffer.concat([Buffer.of(id.length), id]);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, newest.key, iv).setAAD(header);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return new Uint8Array(Buffer.concat([header, iv, cipher.getAuthTag(), sealed]));
    },
    decrypt(bytes) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const idEnd = 1 + (buffer[0] ?? 0);
      const key = byId.get(buffer.subarray(1, idEnd).toString("utf8"));
      if (!key) throw new Error("encrypted with a key that is not configured");
      const iv = buffer.subarray(idEnd, idEnd + IV_BYTES);
      const tag = buffer.subarray(idEnd + IV_BYTES, idEnd + IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(ALGORITHM, key, iv).setAAD(buffer.subarray(0, idEnd)).setAuthTag(tag);
      const sealed = buffer.subarray(idEnd + IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
    },
  };
}
