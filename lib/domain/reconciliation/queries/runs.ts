import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { canReadMoney } from "@/lib/domain/billing/policy";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { sourceSchema, totalSchema } from "../schema";
import type { RunView } from "../types";

const LAST = 10;

const WHO = {
  requestedBy: { select: { id: true, username: true } },
} satisfies Prisma.ReconciliationRunInclude;

const sources = z.array(sourceSchema).catch([]);
const totals = z.array(totalSchema).catch([]);

function toView(row: Prisma.ReconciliationRunGetPayload<{ include: typeof WHO }>): RunView {
  return {
    id: row.id,
    status: row.status,
    step: row.step,
    requestedBy: row.requestedBy,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    comparedMs: row.comparedMs,
    entryCount: row.entryCount === null ? null : Number(row.entryCount),
    movementCount: row.movementCount,
    findingCount: row.findingCount,
    newCount: row.newCount,
    healedCount: row.healedCount,
    sources: sources.parse(row.sources),
    totals: totals.parse(row.totals),
    lastError: row.lastError,
  };
}

/** The last comparisons, the newest first, for staff. */
export async function listReconciliationRuns(deps: Pick<KernelDeps, "db">, actor: Actor): Promise<RunView[]> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const rows = await deps.db.reconciliationRun.findMany({
    include: WHO,
    orderBy: { startedAt: "desc" },
    take: LAST,
  });
  return rows.map(toView);
}
