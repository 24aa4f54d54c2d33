import { isInRanges } from "./address-range";
import type { KeyRecord, KeyRefusal, KeyVerdict } from "./types";

const refused = (record: KeyRecord, why: KeyRefusal): KeyVerdict => ({
  ok: false,
  why,
  keyId: record.key.id,
});

/** Whether a key may be used now and from there (`now`: milliseconds of real time). An address nobody knows fails closed. */
export function verdictOf(record: KeyRecord, clientAddress: string | null, now: number): KeyVerdict {
  if (record.revokedAt !== null || record.isProjectArchived) return refused(record, "revoked");
  if (record.expiresAt !== null && record.expiresAt <= now) return refused(record, "expired");
  if (record.overlapUntil !== null && record.overlapUntil <= now) return refused(record, "expired");
  if (record.isBlocked) return refused(record, "suspended");
  const { ipRestrictions } = record;
  if (ipRestrictions.length > 0 && !isInRanges(ipRestrictions, clientAddress))
    return refused(record, "address");
  return { ok: true, key: record.key };
}
