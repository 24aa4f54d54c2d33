import type { Prisma } from "@/lib/db/generated/client";
import type { Actor, CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { canReadMoney } from "../policy";
import type { WithdrawalView } from "../types";
import { isUuid } from "./filter-values";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

const PARTS = {
  user: { select: { username: true } },
  approvals: { include: { admin: { select: { username: true } } }, orderBy: { createdAt: "asc" } },
} satisfies Prisma.WithdrawalInclude;

const STATUSES = ["REQUESTED", "APPROVED", "PAID", "REFUSED", "CANCELED"] as const;

export interface WithdrawalFilter {
  /** A number or id; for staff a username too. */
  search?: string;
  status?: string;
}

interface Asked {
  page: number;
  pageSize: number;
  direction: "asc" | "desc";
}

function toView(deps: ReadDeps, row: Prisma.WithdrawalGetPayload<{ include: typeof PARTS }>): WithdrawalView {
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
    payoutReference: row.payoutReference,
    note: row.note,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}

function matching({ search = "", status }: WithdrawalFilter, forStaff: boolean): Prisma.WithdrawalWhereInput {
  const asked = search.trim();
  const known = STATUSES.find((value) => value === status);
  const ways: Prisma.WithdrawalWhereInput[] = [];
  if (isUuid(asked)) ways.push({ id: asked });
  else if (/^#?\d{1,9}$/.test(asked)) ways.push({ number: Number(asked.replace("#", "")) });
  else if (asked !== "" && forStaff) ways.push({ user: { username: asked.toLowerCase() } });
  else if (asked !== "") ways.push({ payoutReference: asked });
  return { ...(known ? { status: known } : {}), ...(ways.length > 0 ? { OR: ways } : {}) };
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

/** Anybody's request, for staff. */
export async function getStaffWithdrawal(
  deps: ReadDeps,
  actor: Actor,
  id: string,
): Promise<WithdrawalView | null> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  if (!isUuid(id)) return null;
  const row = await deps.db.withdrawal.findUnique({ where: { id }, include: PARTS });
  return row ? toView(deps, row) : null;
}
