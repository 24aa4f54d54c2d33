import { toDecimal } from "@/lib/domain/kernel/money";

/** ISO 4217's number of the wallet's currency. */
export const CURRENCY = 840;

/** "2026-11-21T10:00:00.000Z" as this protocol writes it, in UTC. */
export const time = (iso: string): string => iso.slice(0, 19).replace("T", " ");

/** A price as this protocol writes it: a JSON number. */
export const price = (micros: bigint): number => Number(toDecimal(micros));

/** The same of a decimal. */
export const priceOf = (decimal: string): number => Number(decimal);

/** E.164 without its plus. */
export const digits = (e164: string | null): string => (e164 ?? "").replace("+", "");

/** Only the code, on one line: clients cut the answer at its colons. */
export const bareCode = (code: string): string => code.replaceAll(/[:\s\p{Cc}]/gu, "");
