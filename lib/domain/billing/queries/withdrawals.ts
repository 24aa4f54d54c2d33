import type { Prisma } from "@/lib/db/generated/client";
import type { Actor, CustomerScope } from "@/lib/domain/kernel/actor";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { type AskedOrder, isBehind } from "@/lib/domain/kernel/row-order";
import { getBalance } from "@/lib/domain/wallet/queries";
import { canReadMoney } from "../policy";
import type { WithdrawalPostings, WithdrawalView } from "../types";
import { withdrawalPostings } from "../withdrawal-entries";
import { WITHDRAWAL_METHODS, WITHDRAWAL_STATUSES } from "../withdrawal-schema";
import { dayOf, isUuid, nextDay } from "./filter-values";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

const PARTS = {
  user: { select: { username: true } },
  approvals: { include: { admin: { select: { username: true } } }, orderBy: { createdAt: "asc" } },
} satisfies Prisma.WithdrawalInclude;

type Row = Prisma.WithdrawalGetPayload<{ include: typeof PARTS }>;

/** All optional; what cannot be is left out. Days are UTC, both included. */
export interface WithdrawalFilter {
  /** A number, id or payout reference; for staff a username or e-mail too. */
  search?: string;
  /** A state, or OPEN for every request that is not over. */
  status?: string;
  method?: string;
  from?: string;
  to?: string;
}

interface Asked {
  page: number;
  pageSize: number;
  direction: "asc" | "desc";
}

const OPEN = ["REQUESTED", "APPROVED"] as const;

function toView(deps: ReadDeps, row: Row): WithdrawalView {
  return {
    id: row.id,
    number: row.number,
    user: { id: row.userId, username: row.user.username },
    amount: toDecimal(row.amountMicros),
    currency: row.currency,
    method: row.method,
    destination: deps.cipher.decrypt(row.destination),
    status: row.status,
    approvalsNeeded: row.approvalsNeeded,
    approvals: row.approvals.map(({ admin, adminId, createdAt }) => ({
      adminId,
      username: admin.username,
      at: createdAt.toISOString(),
    })),
    holdId: row.holdId?.toString() ?? null,
    payoutReference: row.payoutReference,
    note: row.note,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

function searched(search: string, forStaff: boolean): Prisma.WithdrawalWhereInput {
  if (search === "") return {};
  if (isUuid(search)) return forStaff ? { OR: [{ id: search }, { userId: search }] } : { id: search };
  const ways: Prisma.WithdrawalWhereInput[] = [{ payoutReference: search }];
  const digits = /^#?(\d{1,9})$/.exec(search)?.[1];
  if (digits) ways.push({ number: Number(digits) });
  const name = search.toLowerCase();
  if (forStaff) ways.push({ user: { OR: [{ username: name }, { email: name }] } });
  return { OR: ways };
}

function matching(filter: WithdrawalFilter, forStaff: boolean): Prisma.WithdrawalWhereInput {
  const status = WITHDRAWAL_STATUSES.find((known) => known === filter.status);
  const method = WITHDRAWAL_METHODS.find((known) => known === filter.method);
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  return {
    AND: [searched(filter.search?.trim() ?? "", forStaff)],
    ...(status ? { status } : {}),
    ...(filter.status === "OPEN" ? { status: { in: [...OPEN] } } : {}),
    ...(method ? { method } : {}),
    ...(from || to
      ? { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: nextDay(to) } : {}) } }
      : {}),
  };
}

async function readPage(
  deps: ReadDeps,
  where: Prisma.WithdrawalWhereInput,
  asked: Asked,
): Promise<Page<WithdrawalView>> {
  const counted = await deps.db.withdrawal.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.withdrawal.findMany({
    where,
    include: PARTS,
    orderBy: [{ createdAt: asked.direction }, { number: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(
    rows.map((row) => toView(deps, row)),
    counted,
    asked,
  );
}

/** One's own requests. */
export function listWithdrawals(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: WithdrawalFilter,
  asked: Asked,
): Promise<Page<WithdrawalView>> {
  return readPage(deps, { ...matching(filter, false), userId: scope.userId }, asked);
}

/** One's own request; null for a missing one and for somebody else's. */
export async function getWithdrawal(
  deps: ReadDeps,
  scope: CustomerScope,
  id: string,
): Promise<WithdrawalView | null> {
  if (!isUuid(id)) return null;
  const row = await deps.db.withdrawal.findFirst({ where: { id, userId: scope.userId }, include: PARTS });
  return row ? toView(deps, row) : null;
}

/** Whether there is such a request of this person: one read by its key. */
export async function ownsWithdrawal(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  id: string,
): Promise<boolean> {
  return (await deps.db.withdrawal.count({ where: { id, userId: scope.userId } })) > 0;
}

/** Everybody's requests, for staff. */
export function listStaffWithdrawals(
  deps: ReadDeps,
  actor: Actor,
  filter: WithdrawalFilter,
  asked: Asked,
): Promise<Page<WithdrawalView>> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  return readPage(deps, matching(filter, true), asked);
}

/** Anybody's request for staff, with what its end would post and whether the wallet may spend. */
export async function getStaffWithdrawal(
  deps: ReadDeps,
  actor: Actor,
  id: string,
): Promise<{ withdrawal: WithdrawalView; postings: WithdrawalPostings; isFrozen: boolean } | null> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  if (!isUuid(id)) return null;
  const row = await deps.db.withdrawal.findUnique({ where: { id }, include: PARTS });
  if (!row) return null;
  const [balance, freeze] = await Promise.all([
    getBalance(deps, customerScopeOf(row.userId)),
    deps.db.walletFreeze.findUnique({ where: { userId: row.userId } }),
  ]);
  return {
    withdrawal: toView(deps, row),
    postings: withdrawalPostings(balance, row),
    isFrozen: freeze !== null,
  };
}

const BATCH = 500;

async function* each(
  deps: ReadDeps,
  where: Prisma.WithdrawalWhereInput,
  { direction = "desc" }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<WithdrawalView> {
  for (let after: number | null = null; ; ) {
    const rows: Row[] = await deps.db.withdrawal.findMany({
      where: after === null ? where : { AND: [where, { number: isBehind(direction, after) }] },
      include: PARTS,
      orderBy: { number: direction },
      take: BATCH,
    });
    yield* rows.map((row) => toView(deps, row));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.number;
  }
}

/** Everybody's requests that match, newest first unless asked otherwise, read in batches. */
export async function* eachStaffWithdrawal(
  deps: ReadDeps,
  actor: Actor,
  filter: WithdrawalFilter,
  asked: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<WithdrawalView> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  yield* each(deps, matching(filter, true), asked);
}

/** One's own requests that match, newest first unless asked otherwise. */
export async function* eachOwnWithdrawal(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: WithdrawalFilter,
  asked: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<WithdrawalView> {
  yield* each(deps, { ...matching(filter, false), userId: scope.userId }, asked);
}

/** What waits for a decision, and what is approved and waits to be paid: how many, and how much in micro-units. */
export async function countOpenWithdrawals({
  db,
}: Pick<KernelDeps, "db">): Promise<Record<(typeof OPEN)[number], { count: number; micros: bigint }>> {
  const rows = await db.withdrawal.groupBy({
    by: ["status"],
    where: { status: { in: [...OPEN] } },
    _count: true,
    _sum: { amountMicros: true },
  });
  const of = (status: (typeof OPEN)[number]) => {
    const row = rows.find((found) => found.status === status);
    return { count: row?._count ?? 0, micros: row?._sum.amountMicros ?? 0n };
  };
  return { REQUESTED: of("REQUESTED"), APPROVED: of("APPROVED") };
}
