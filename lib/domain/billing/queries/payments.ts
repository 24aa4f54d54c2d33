import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { type AskedOrder, isBehind } from "@/lib/domain/kernel/row-order";
import { canReadMoney } from "../policy";
import { PAYMENT_STATUSES } from "../schema";
import type { StaffPaymentView } from "../types";
import { dayOf, isUuid, nextDay } from "./filter-values";
import { toPaymentView } from "./invoice-view";

type ReadDeps = Pick<KernelDeps, "db">;

const PARTS = {
  invoice: { select: { number: true, userId: true, user: { select: { username: true } } } },
} satisfies Prisma.PaymentInclude;

/** All optional; what cannot be is left out. Days are UTC, both included. */
export interface PaymentFilter {
  /** A payment's id at the gateway or here, a transaction, an invoice's number, a username or e-mail. */
  search?: string;
  status?: string;
  gateway?: string;
  /** A state, or RUNNING for every dispute that is not over. */
  dispute?: string;
  from?: string;
  to?: string;
}

const GATEWAYS = ["STRIPE", "MERCADOPAGO", "CRYPTO"] as const;
const DISPUTES = ["OPEN", "FUNDS_WITHDRAWN", "FUNDS_REINSTATED", "WON", "LOST"] as const;
const RUNNING = ["OPEN", "FUNDS_WITHDRAWN", "FUNDS_REINSTATED"] as const;

function searched(search: string): Prisma.PaymentWhereInput {
  if (search === "") return {};
  if (isUuid(search)) return { OR: [{ id: search }, { invoiceId: search }] };
  const name = search.toLowerCase();
  const ways: Prisma.PaymentWhereInput[] = [
    { gatewayPaymentId: search },
    { txid: search },
    { disputeId: search },
    { invoice: { user: { OR: [{ username: name }, { email: name }] } } },
  ];
  const digits = /^#?(\d{1,9})$/.exec(search)?.[1];
  if (digits) ways.push({ invoice: { number: Number(digits) } });
  return { OR: ways };
}

function matching(filter: PaymentFilter): Prisma.PaymentWhereInput {
  const status = PAYMENT_STATUSES.find((known) => known === filter.status);
  const gateway = GATEWAYS.find((known) => known === filter.gateway);
  const dispute = DISPUTES.find((known) => known === filter.dispute);
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  return {
    AND: [searched(filter.search?.trim() ?? "")],
    ...(status ? { status } : {}),
    ...(gateway ? { gateway } : {}),
    ...(dispute ? { disputeState: dispute } : {}),
    ...(filter.dispute === "RUNNING" ? { disputeState: { in: [...RUNNING] } } : {}),
    ...(from || to
      ? { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: nextDay(to) } : {}) } }
      : {}),
  };
}

function toView(row: Prisma.PaymentGetPayload<{ include: typeof PARTS }>): StaffPaymentView {
  const { number, userId, user } = row.invoice;
  return { ...toPaymentView(row), invoiceNumber: number, user: { id: userId, username: user.username } };
}

/** Everybody's payments for staff, newest first where nothing else is asked. */
export async function listPayments(
  deps: ReadDeps,
  actor: Actor,
  filter: PaymentFilter,
  asked: { page: number; pageSize: number; direction: "asc" | "desc" },
): Promise<Page<StaffPaymentView>> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const counted = await deps.db.payment.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.payment.findMany({
    where,
    include: PARTS,
    orderBy: [{ createdAt: asked.direction }, { id: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(rows.map(toView), counted, asked);
}

const BATCH = 500;

/** Everybody's payments that match, all of them, read in batches by id. */
export async function* eachPayment(
  deps: ReadDeps,
  actor: Actor,
  filter: PaymentFilter,
  { direction = "desc" }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<StaffPaymentView> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  for (let after: string | null = null; ; ) {
    const rows: Prisma.PaymentGetPayload<{ include: typeof PARTS }>[] = await deps.db.payment.findMany({
      where: after === null ? where : { AND: [where, { id: isBehind(direction, after) }] },
      include: PARTS,
      orderBy: { id: direction },
      take: BATCH,
    });
    yield* rows.map(toView);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

/** How many disputes are not over. */
export function countRunningDisputes(deps: ReadDeps): Promise<number> {
  return deps.db.payment.count({ where: { disputeState: { in: [...RUNNING] } } });
}
