import { createHash } from "node:crypto";

/** One audit row as the chain sees it: every column, in a fixed order. */
export interface SealableEvent {
  id: bigint;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  targetType: string;
  targetId: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  ipAddress: string | null;
  requestId: string | null;
  createdAt: Date;
}

export const FIRST_SEAL = new Uint8Array(32);

/** JSON with sorted keys: jsonb keeps no order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** SHA-256 of the seal before and this row: changing, removing or inserting a row breaks every later seal. */
export function sealOf(previous: Uint8Array, event: SealableEvent): Uint8Array<ArrayBuffer> {
  const text = canonical({ ...event, id: event.id.toString(), createdAt: event.createdAt.toISOString() });
  return new Uint8Array(createHash("sha256").update(previous).update(text).digest());
}
