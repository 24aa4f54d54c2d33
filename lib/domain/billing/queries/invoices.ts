import type { Prisma } from "@/lib/db/generated/client";
import type { Actor, CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { type AskedOrder, isBehind } from "@/lib/domain/kernel/row-order";
import { canReadMoney } from "../policy";
import { INVOICE_STATUSES } from "../schema";
import type { InvoiceView } from "../types";
import { dayOf, isUuid, nextDay } from "./filter-values";
import { INVOICE_PARTS, type InvoiceRow, toInvoiceView } from "./invoice-view";

type ReadDeps = Pick<KernelDeps, "db">;

/** All optional; what cannot be is left out. Days are UTC, both included. */
export interface InvoiceFilter {
  /** An invoice's number or id, an address, a transaction, the gateway's reference; for staff a username or e-mail too. */
  search?: string;
  status?: string;
  method?: string;
  exception?: string;
  from?: string;
  to?: string;
}

const METHODS = ["CARD", "PIX", "CHECKOUT_PRO", "CRYPTO_BTC", "CRYPTO_USDT"] as const;
const EXCEPTIONS = ["PAID_PARTIAL", "PAID_LATE", "PAID_OVER", "UNCONFIRMED", "MARKED"] as const;

function searched(search: string, forStaff: boolean): Prisma.InvoiceWhereInput {
  if (search === "") return {};
  if (isUuid(search)) return forStaff ? { OR: [{ id: search }, { userId: search }] } : { id: search };
  const digits = /^#?(\d{1,9})$/.exec(search)?.[1];
  const ways: Prisma.InvoiceWhereInput[] = [
    { address: search },
    { gatewayReference: search },
    { payments: { some: { OR: [{ txid: search }, { gatewayPaymentId: search }] } } },
  ];
  if (digits) ways.push({ number: Number(digits) });
  const name = search.toLowerCase();
  if (forStaff) ways.push({ user: { OR: [{ username: name }, { email: name }] } });
  return { OR: ways };
}

function matching(filter: InvoiceFilter, forStaff: boolean): Prisma.InvoiceWhereInput {
  const status = INVOICE_STATUSES.find((known) => known === filter.status);
  const paymentMethod = METHODS.find((known) => known === filter.method);
  const exception = EXCEPTIONS.find((known) => known === filter.exception);
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  return {
    AND: [searched(filter.search?.trim() ?? "", forStaff)],
    ...(status ? { status } : {}),
    ...(paymentMethod ? { paymentMethod } : {}),
    ...(exception ? { exception } : {}),
    ...(from || to
      ? { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: nextDay(to) } : {}) } }
      : {}),
  };
}

interface Asked {
  page: number;
  pageSize: number;
  direction: "asc" | "desc";
}

async function readPage(
  deps: ReadDeps,
  where: Prisma.InvoiceWhereInput,
  asked: Asked,
): Promise<Page<InvoiceView>> {
  const counted = await deps.db.invoice.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.invoice.findMany({
    where,
    include: INVOICE_PARTS,
    orderBy: [{ createdAt: asked.direction }, { number: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(rows.map(toInvoiceView), counted, asked);
}

/** One's own invoices, newest first where nothing else is asked. */
export function listInvoices(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: InvoiceFilter,
  asked: Asked,
): Promise<Page<InvoiceView>> {
  return readPage(deps, { ...matching(filter, false), userId: scope.userId }, asked);
}

/** One's own invoices with a lower number than the last one seen, newest first: at most `limit` of them. */
export async function listInvoicesBefore(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: InvoiceFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<InvoiceView[]> {
  const rows = await deps.db.invoice.findMany({
    where: {
      ...matching(filter, false),
      userId: scope.userId,
      ...(before === null ? {} : { number: { lt: before } }),
    },
    include: INVOICE_PARTS,
    orderBy: { number: "desc" },
    take: limit,
  });
  return rows.map(toInvoiceView);
}

/** Everybody's invoices for staff. */
export function listStaffInvoices(
  deps: ReadDeps,
  actor: Actor,
  filter: InvoiceFilter,
  asked: Asked,
): Promise<Page<InvoiceView>> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  return readPage(deps, matching(filter, true), asked);
}

/** One's own invoice; null for a missing one and for somebody else's. */
export async function getInvoice(
  deps: ReadDeps,
  scope: CustomerScope,
  id: string,
): Promise<InvoiceView | null> {
  if (!isUuid(id)) return null;
  const row = await deps.db.invoice.findFirst({
    where: { id, userId: scope.userId },
    include: INVOICE_PARTS,
  });
  return row ? toInvoiceView(row) : null;
}

/** Anybody's invoice for staff. */
export async function getStaffInvoice(deps: ReadDeps, actor: Actor, id: string): Promise<InvoiceView | null> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  if (!isUuid(id)) return null;
  const row = await deps.db.invoice.findUnique({ where: { id }, include: INVOICE_PARTS });
  return row ? toInvoiceView(row) : null;
}

const BATCH = 500;

/** Everybody's invoices that match, all of them, newest first unless asked otherwise, read in batches. */
export async function* eachStaffInvoice(
  deps: ReadDeps,
  actor: Actor,
  filter: InvoiceFilter,
  asked: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<InvoiceView> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  yield* eachInvoice(deps, matching(filter, true), asked);
}

/** One's own invoices that match, newest first unless asked otherwise. */
export async function* eachOwnInvoice(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: InvoiceFilter,
  asked: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<InvoiceView> {
  yield* eachInvoice(deps, { ...matching(filter, false), userId: scope.userId }, asked);
}

async function* eachInvoice(
  deps: ReadDeps,
  where: Prisma.InvoiceWhereInput,
  { direction = "desc" }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<InvoiceView> {
  for (let after: number | null = null; ; ) {
    const rows: InvoiceRow[] = await deps.db.invoice.findMany({
      where: after === null ? where : { AND: [where, { number: isBehind(direction, after) }] },
      include: INVOICE_PARTS,
      orderBy: { number: direction },
      take: BATCH,
    });
    yield* rows.map(toInvoiceView);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.number;
  }
}
