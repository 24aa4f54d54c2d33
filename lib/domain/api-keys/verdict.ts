import { isInRanges } from "./address-range";
import type { KeyRecord, KeyVerdict } from "./types";

/** Whether a key may be used now and from there (`now`: milliseconds of real time). An address nobody knows fails closed. */
export function verdictOf(record: KeyRecord, clientAddress: string | null, now: number): KeyVerdict {
  const refuse = (why: "revoked" | "expired" | "address" | "suspended") =>
    ({ ok: false, why, keyId: record.key.id }) as const;
  if (record.revokedAt !== null || record.isProjectArchived) return refuse("revoked");
  if (record.expiresAt !== null && record.expiresAt <= now) return refuse("expired");
  if (record.overlapUntil !== null && record.overlapUntil <= now) return refuse("expired");
  if (record.isBlocked) return refuse("suspended");
  const { ipRestrictions } = record;
  if (ipRestrictions.length > 0 && !isInRanges(ipRestrictions, clientAddress)) return refuse("address");
  return { ok: true, key: record.key };
}
