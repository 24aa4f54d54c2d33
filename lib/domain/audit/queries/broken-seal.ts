import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { FIRST_SEAL, sealOf } from "../seal";

const BATCH = 1_000;

/** Recomputes the whole chain. The id of the first row that does not fit its seal (changed or removed), or null. */
export async function findBrokenSeal(deps: Pick<KernelDeps, "db">): Promise<bigint | null> {
  let previous: Uint8Array = FIRST_SEAL;
  let after = 0n;
  for (;;) {
    const seals = await deps.db.auditSeal.findMany({
      where: { eventId: { gt: after } },
      orderBy: { eventId: "asc" },
      take: BATCH,
    });
    if (seals.length === 0) return null;
    const events = await deps.db.auditEvent.findMany({
      where: { id: { in: seals.map((seal) => seal.eventId) } },
    });
    const byId = new Map(events.map((event) => [event.id, event]));
    for (const seal of seals) {
      const event = byId.get(seal.eventId);
      if (!event || !Buffer.from(sealOf(previous, event)).equals(Buffer.from(seal.hash))) return seal.eventId;
      previous = seal.hash;
      after = seal.eventId;
    }
  }
}
