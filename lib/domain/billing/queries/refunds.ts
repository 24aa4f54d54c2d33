import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { type AskedOrder, isBehind } from "@/lib/domain/kernel/row-order";
import { canReadMoney } from "../policy";
import type { StaffRefundView } from "../types";
import { dayOf, isUuid, nextDay } from "./filter-values";
import { toRefundViews } from "./refund-view";

type ReadDeps = Pick<KernelDeps, "db">;

/** All optional; what cannot be is left out. Days are UTC, both included. */
export interface RefundFilter {
  /** An id (of the refund, its payment or invoice), the gateway's reference, an invoice's number, a username or e-mail. */
  search?: string;
  status?: string;
  from?: string;
  to?: string;
}

const STATUSES = ["PENDING", "COMPLETED", "FAILED"] as const;
const PARTS = {
  invoice: { select: { number: true, user: { select: { username: true } } } },
} satisfies Prisma.PaymentRefundInclude;

type Row = Prisma.PaymentRefundGetPayload<{ include: typeof PARTS }>;
type Where = Prisma.PaymentRefundWhereInput;

function searched(search: string): Where {
  if (search === "") return {};
  if (isUuid(search)) return { OR: [{ id: search }, { paymentId: search }, { invoiceId: search }] };
  const name = search.toLowerCase();
  const ways: Where[] = [
    { gatewayRefundId: search },
    { invoice: { user: { OR: [{ username: name }, { email: name }] } } },
  ];
  const number = Number(/^#?(\d{1,9})$/.exec(search)?.[1]);
  if (number > 0) ways.push({ invoice: { number } });
  return { OR: ways };
}

function matching(filter: RefundFilter): Where {
  const status = STATUSES.find((known) => known === filter.status);
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  return {
    AND: [searched(filter.search?.trim() ?? "")],
    ...(status ? { status } : {}),
    ...(from || to
      ? { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: nextDay(to) } : {}) } }
      : {}),
  };
}

async function toViews(deps: ReadDeps, rows: readonly Row[]): Promise<StaffRefundView[]> {
  const views = await toRefundViews(deps, rows);
  return views.map((view, index) => {
    const row = rows[index];
    return {
      ...view,
      invoiceNumber: row?.invoice.number ?? 0,
      user: { id: row?.userId ?? "", username: row?.invoice.user.username ?? "" },
    };
  });
}

/** Everybody's refunds for staff, newest first where nothing else is asked. */
export async function listRefunds(
  deps: ReadDeps,
  actor: Actor,
  filter: RefundFilter,
  asked: { page: number; pageSize: number; direction: "asc" | "desc" },
): Promise<Page<StaffRefundView>> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const counted = await deps.db.paymentRefund.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.paymentRefund.findMany({
    where,
    include: PARTS,
    orderBy: [{ createdAt: asked.direction }, { id: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(await toViews(deps, rows), counted, asked);
}

const BATCH = 500;

/** Everybody's refunds that match, all of them, read in batches by id. */
export async function* eachRefund(
  deps: ReadDeps,
  actor: Actor,
  filter: RefundFilter,
  { direction = "desc" }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<StaffRefundView> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await deps.db.paymentRefund.findMany({
      where: after === null ? where : { AND: [where, { id: isBehind(direction, after) }] },
      include: PARTS,
      orderBy: { id: direction },
      take: BATCH,
    });
    yield* await toViews(deps, rows);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}
