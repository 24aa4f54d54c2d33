import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Ids } from "@/lib/domain/kernel/ids";
import type { KeyMode } from "./types";

/** "pb_live_" or "pb_test_", 30 random base62 characters (178 bits), and the CRC-32 of those as 6 base62 characters. */
const PREFIXES: Record<KeyMode, string> = { LIVE: "pb_live_", SANDBOX: "pb_test_" };
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 30;
const CHECK_LENGTH = 6;
const SHAPE = /^pb_(?:live|test)_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/;

export interface NewKey {
  key: string;
  prefix: string;
  last4: string;
  digest: string;
}

/** Every character equally likely: bytes of which 62 leaves a rest are drawn again. */
function randomText(ids: Pick<Ids, "token">): string {
  let text = "";
  while (text.length < RANDOM_LENGTH) {
    for (const byte of Buffer.from(ids.token(RANDOM_LENGTH), "base64url")) {
      if (byte < 248 && text.length < RANDOM_LENGTH) text += ALPHABET[byte % 62];
    }
  }
  return text;
}

function checkOf(text: string): string {
  let rest = crc32(text);
  let check = "";
  for (let place = 0; place < CHECK_LENGTH; place += 1) {
    check = `${ALPHABET[rest % 62]}${check}`;
    rest = Math.floor(rest / 62);
  }
  return check;
}

/** A key that nobody has. It is shown once; only its digest is kept. */
export function newApiKey(ids: Pick<Ids, "token">, mode: KeyMode): NewKey {
  const secret = randomText(ids);
  const key = `${PREFIXES[mode]}${secret}${checkOf(secret)}`;
  return { key, prefix: PREFIXES[mode], last4: key.slice(-4), digest: digestOf(key) };
}

/** Whether a text can be a key at all: a typing mistake is refused without asking the database. */
export function isWellFormed(text: string): boolean {
  const parts = SHAPE.exec(text);
  return parts?.[1] !== undefined && checkOf(parts[1]) === parts[2];
}

/** SHA-256 of the key, base64url: random enough that a slow hash would add nothing. */
export function digestOf(key: string): string {
  return hash("sha256", key, "base64url");
}
