import { createHash } from "node:crypto";
import type { Ids } from "@/lib/domain/kernel/ids";

/** Bytes of entropy of a subscription's secret. */
const TOKEN_BYTES = 24;

export interface NewToken {
  token: string;
  hash: Uint8Array<ArrayBuffer>;
}

/** SHA-256: the secret is random enough that a slow hash would add nothing. */
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());

export function newToken(ids: Ids): NewToken {
  const token = ids.token(TOKEN_BYTES);
  return { token, hash: tokenHash(token) };
}

/** Whether a text can be a token at all; anything else is unknown without a look-up. */
export const isTokenShaped = (text: string): boolean => /^[A-Za-z0-9_-]{32}$/.test(text);
