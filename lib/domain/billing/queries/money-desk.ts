import type { Actor } from "@/lib/domain/kernel/actor";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { TOP_UP_METHODS } from "../methods";
import { canReadMoney } from "../policy";
import { feePercent } from "../top-up-rules";
import type { FreezeView, MethodView, MoneyAlertView, StrayView } from "../types";
import { UNKNOWN_ASSET } from "./stray-origin";
import { methodState } from "./top-up-usage";

type ReadDeps = Pick<KernelDeps, "db">;

const MAX_ROWS = 200;

const LEVELS = { CRITICAL: 0, WARNING: 1, NOTICE: 2 } as const;

/** Details are flat words and numbers. */
function readDetails(json: unknown): Record<string, string> {
  if (typeof json !== "object" || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) =>
      typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [],
    ),
  );
}

/** What is open, the gravest first, then the newest. */
async function readAlerts({ db }: ReadDeps): Promise<MoneyAlertView[]> {
  const rows = await db.moneyAlert.findMany({
    where: { resolvedAt: null },
    orderBy: [{ level: "desc" }, { lastSeenAt: "desc" }],
    take: MAX_ROWS,
  });
  return rows
    .map(({ id, kind, level, refType, refId, details, firstSeenAt, lastSeenAt }) => ({
      id,
      kind,
      level,
      refType,
      refId,
      details: readDetails(details),
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }))
    .sort((left, right) => LEVELS[left.level] - LEVELS[right.level]);
}

/** Money that waits for a person's decision, the newest first. */
async function readStrays({ db }: ReadDeps): Promise<StrayView[]> {
  const rows = await db.unmatchedPayment.findMany({
    where: { status: "OPEN" },
    include: { invoice: { select: { number: true, user: { select: { username: true } } } } },
    orderBy: { seenAt: "desc" },
    take: MAX_ROWS,
  });
  return rows.map((row) => ({
    id: row.id,
    gateway: row.gateway,
    gatewayPaymentId: row.gatewayPaymentId,
    reason: row.reason,
    asset: row.asset,
    isUnknownToken: row.asset === UNKNOWN_ASSET,
    amount: plainDecimal(row.amount),
    address: row.address,
    tokenContract: row.tokenContract,
    invoice:
      row.invoiceId && row.invoice
        ? { id: row.invoiceId, number: row.invoice.number, username: row.invoice.user.username }
        : null,
    seenAt: row.seenAt.toISOString(),
  }));
}

async function readMethods({ db }: ReadDeps): Promise<MethodView[]> {
  const rows = await db.gatewayState.findMany();
  return Promise.all(
    TOP_UP_METHODS.map(async (method) => {
      const state = await methodState(db, method);
      const health = rows.find((row) => row.method === method);
      return {
        method,
        isOn: state.isOn,
        minimum: toDecimal(state.minimumMicros),
        maximum: toDecimal(state.maximumMicros),
        feePercent: feePercent(state.feeBps),
        version: state.version,
        lastOkAt: health?.lastOkAt?.toISOString() ?? null,
        lastFailureAt: health?.lastFailureAt?.toISOString() ?? null,
        lastError: health?.lastError ?? null,
        failuresInRow: health?.failuresInRow ?? 0,
      };
    }),
  );
}

async function readFreezes({ db }: ReadDeps): Promise<FreezeView[]> {
  const rows = await db.walletFreeze.findMany({
    include: { user: { select: { username: true } } },
    orderBy: { createdAt: "desc" },
    take: MAX_ROWS,
  });
  const ids = rows.flatMap(({ paymentId }) => paymentId ?? []);
  const payments = await db.payment.findMany({
    where: { id: { in: ids } },
    select: { id: true, invoiceId: true },
  });
  const invoices = new Map(payments.map(({ id, invoiceId }) => [id, invoiceId]));
  return rows.map(({ userId, user, reason, paymentId, createdAt }) => ({
    user: { id: userId, username: user.username },
    reason,
    invoiceId: paymentId === null ? null : (invoices.get(paymentId) ?? null),
    createdAt: createdAt.toISOString(),
  }));
}

/** What about money waits for a person, and how the ways of paying are run, for staff. */
export async function readMoneyDesk(
  deps: ReadDeps,
  actor: Actor,
): Promise<{ alerts: MoneyAlertView[]; strays: StrayView[]; methods: MethodView[]; freezes: FreezeView[] }> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const [alerts, strays, methods, freezes] = await Promise.all([
    readAlerts(deps),
    readStrays(deps),
    readMethods(deps),
    readFreezes(deps),
  ]);
  return { alerts, strays, methods, freezes };
}

/** How many critical alerts are open. */
export function countCriticalAlerts({ db }: ReadDeps): Promise<number> {
  return db.moneyAlert.count({ where: { resolvedAt: null, level: "CRITICAL" } });
}
