import { z } from "zod";
import type { Cipher } from "@/lib/domain/kernel/cipher";

const quoteShape = z.object({
  userId: z.uuid(),
  service: z.string(),
  country: z.string(),
  operator: z.string().nullable(),
  priceMicros: z.string().regex(/^\d{1,18}$/),
  until: z.int(),
});

export interface QuoteFacts {
  userId: string;
  service: string;
  country: string;
  operator: string | null;
  priceMicros: bigint;
  /** Milliseconds of business time. */
  until: number;
}

/** A promise of ours that the customer carries: sealed, so that nobody else can write one. */
export function writeQuote(cipher: Cipher, { priceMicros, ...facts }: QuoteFacts): string {
  const text = JSON.stringify({ ...facts, priceMicros: priceMicros.toString() });
  return Buffer.from(cipher.encrypt(text)).toString("base64url");
}

/** Null for what we did not write. */
export function readQuoteToken(cipher: Cipher, token: string): QuoteFacts | null {
  try {
    const text = cipher.decrypt(new Uint8Array(Buffer.from(token, "base64url")));
    const { priceMicros, ...facts } = quoteShape.parse(JSON.parse(text));
    return { ...facts, priceMicros: BigInt(priceMicros) };
  } catch {
    return null;
  }
}
