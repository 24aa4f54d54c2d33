import type { Prisma } from "@/lib/db/generated/client";
import { canReadMoney } from "@/lib/domain/billing/policy";
import type { Actor } from "@/lib/domain/kernel/actor";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { type AskedOrder, isBehind } from "@/lib/domain/kernel/row-order";
import { FINDING_KINDS, FINDING_STATES, RECONCILED_GATEWAYS } from "../schema";
import type { FindingView } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

/** All optional; what cannot be is left out. */
export interface FindingFilter {
  /** An id at the gateway, of a row or of the ledger, or a customer's name. */
  search?: string;
  kind?: string;
  gateway?: string;
  /** Only what is open where nothing is asked. */
  state?: string;
}

const WHO = { user: { select: { id: true, username: true } } } satisfies Prisma.ReconciliationFindingInclude;
type Row = Prisma.ReconciliationFindingGetPayload<{ include: typeof WHO }>;

const REFERENCES = ["invoice", "ledger-transaction", "ledger-account", "order"] as const;

function toView(row: Row): FindingView {
  const decimal = (value: Row["ourAmount"]) => (value === null ? null : plainDecimal(value));
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    gateway: row.gateway,
    refType: REFERENCES.find((known) => known === row.refType) ?? null,
    refId: row.refId,
    user: row.user,
    ourAmount: decimal(row.ourAmount),
    ourCurrency: row.ourCurrency,
    theirAmount: decimal(row.theirAmount),
    theirCurrency: row.theirCurrency,
    occurredAt: row.occurredAt?.toISOString() ?? null,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

function matching(filter: FindingFilter): Prisma.ReconciliationFindingWhereInput {
  const search = filter.search?.trim() ?? "";
  const kind = FINDING_KINDS.find((known) => known === filter.kind);
  const gateway = RECONCILED_GATEWAYS.find((known) => known === filter.gateway);
  const state = FINDING_STATES.find((known) => known === filter.state) ?? "open";
  return {
    ...(search === ""
      ? {}
      : {
          OR: [
            { subject: { contains: search } },
            { refId: search },
            { user: { username: search.toLowerCase() } },
          ],
        }),
    ...(kind ? { kind } : {}),
    ...(gateway ? { gateway } : {}),
    ...(state === "open" ? { resolvedAt: null } : {}),
    ...(state === "healed" ? { resolvedAt: { not: null } } : {}),
  };
}

/** Where the books differ, or did, for staff; the newest first where nothing else is asked. */
export async function listFindings(
  deps: ReadDeps,
  actor: Actor,
  filter: FindingFilter,
  asked: { page: number; pageSize: number; direction: "asc" | "desc" },
): Promise<Page<FindingView>> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const counted = await deps.db.reconciliationFinding.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.reconciliationFinding.findMany({
    where,
    include: WHO,
    orderBy: [{ firstSeenAt: asked.direction }, { id: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(rows.map(toView), counted, asked);
}

const BATCH = 500;

/** Everything that matches, the newest first unless asked otherwise, read in batches. */
export async function* eachFinding(
  deps: ReadDeps,
  actor: Actor,
  filter: FindingFilter,
  { direction = "desc" }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<FindingView> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await deps.db.reconciliationFinding.findMany({
      where: after === null ? where : { AND: [where, { id: isBehind(direction, after) }] },
      include: WHO,
      orderBy: { id: direction },
      take: BATCH,
    });
    yield* rows.map(toView);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}
