import type { Tx } from "@/lib/db/client";
import type { Invoice, Payment, StrayReason } from "@/lib/db/generated/client";
import { parseUnits, unitsToDecimal } from "@/lib/domain/crypto-payments/asset-amount";
import { type Evaluation, evaluateInvoice } from "@/lib/domain/crypto-payments/evaluate-invoice";
import { passingAlerts } from "@/lib/domain/crypto-payments/invoice-alerts";
import type {
  CryptoInvoice,
  CryptoPayment,
  PaymentFailure,
} from "@/lib/domain/crypto-payments/invoice-shapes";
import { receiptKey } from "@/lib/domain/crypto-payments/payment-identity";
import { agreeOnRate } from "@/lib/domain/crypto-payments/rate-quote";
import type { ChainView, CryptoAsset } from "@/lib/domain/crypto-payments/types";
import { systemActor } from "@/lib/domain/kernel/actor";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import type { BillingDeps } from "../ports";
import { readCryptoPolicy } from "../queries/crypto-policy";
import { latestReadings } from "../queries/crypto-rates";
import { UNKNOWN_ASSET } from "../queries/stray-origin";
import { type AlertKind, endAlert, raiseAlert } from "./raise-alert";
import { settleInvoice } from "./settle-invoice";

const ACTOR = systemActor("chain");

/** After a start the watchers catch up before anything expires. */
const GRACE_MS = 120_000;

const FAILURES: readonly PaymentFailure[] = ["replaced", "unconfirmed", "failed"];

function toMachineInvoice(row: Invoice, asset: CryptoAsset): CryptoInvoice {
  return {
    id: row.id,
    asset,
    status: row.status,
    exception: row.exception,
    amountMicros: row.amountMicros,
    unitsDue: parseUnits(asset, row.amountAsset === null ? "0" : plainDecimal(row.amountAsset)) ?? 0n,
    expiresAt: row.expiresAt,
    monitorUntil: row.monitorUntil ?? row.expiresAt,
    allowanceMicros: row.allowanceMicros,
    checkedAt: row.checkedAt,
  };
}

function toMachinePayment(row: Payment, asset: CryptoAsset): CryptoPayment {
  return {
    id: row.id,
    txid: row.txid ?? "",
    index: row.outputIndex,
    ordinal: row.ordinal,
    units: parseUnits(asset, row.amountAsset === null ? "0" : plainDecimal(row.amountAsset)) ?? 0n,
    status: row.status,
    firstSeenAt: row.detectedAt ?? row.createdAt,
    confirmations: row.confirmations,
    block:
      row.blockHeight === null && row.blockHash === null
        ? null
        : { height: row.blockHeight, hash: row.blockHash },
    replaceable: row.isReplaceable,
    spends: row.inputs,
    missingSince: row.missingSince,
    failure: FAILURES.find((failure) => failure === row.failureCode) ?? null,
    replacedBy: row.replacedBy,
    creditedMicros: row.settledAt === null ? null : row.creditedMicros,
  };
}

function paymentColumns(
  deps: BillingDeps,
  asset: CryptoAsset,
  payment: CryptoPayment,
  before: Payment | undefined,
) {
  const isSettled = payment.creditedMicros !== null;
  return {
    status: payment.status,
    gatewayPaymentId: receiptKey(asset, payment.txid, payment.index, payment.ordinal),
    txid: payment.txid,
    outputIndex: payment.index,
    ordinal: payment.ordinal,
    confirmations: payment.confirmations,
    blockHash: payment.block?.hash ?? null,
    blockHeight: payment.block?.height ?? null,
    isReplaceable: payment.replaceable,
    inputs: payment.spends,
    missingSince: payment.missingSince,
    failureCode: payment.failure,
    replacedBy: payment.replacedBy,
    creditedMicros: payment.creditedMicros ?? 0n,
    detectedAt: payment.firstSeenAt,
    settledAt: before?.settledAt ?? (isSettled ? deps.clock.now() : null),
  };
}

async function writePayments(
  deps: BillingDeps,
  tx: Tx,
  {
    invoice,
    known,
    asset,
    evaluation,
  }: { invoice: Invoice; known: Payment[]; asset: CryptoAsset; evaluation: Evaluation },
): Promise<void> {
  for (const payment of evaluation.payments) {
    const before = known.find(({ id }) => id === payment.id);
    const columns = paymentColumns(deps, asset, payment, before);
    if (before) {
      await tx.payment.update({ where: { id: before.id }, data: columns });
      continue;
    }
    const amount = unitsToDecimal(asset, payment.units);
    await tx.payment.create({
      data: {
        id: deps.ids.uuid(),
        invoiceId: invoice.id,
        gateway: "CRYPTO",
        currency: asset,
        amount,
        amountAsset: amount,
        rate: invoice.rate,
        ...columns,
      },
    });
  }
}

async function post(
  deps: BillingDeps,
  tx: Tx,
  invoice: Invoice,
  asset: CryptoAsset,
  evaluation: Evaluation,
): Promise<void> {
  const line = (gatewayTransactionId: string, details: Record<string, string>) => ({
    id: deps.ids.uuid(),
    type: "DEPOSIT" as const,
    gateway: "CRYPTO" as const,
    paymentMethod: invoice.paymentMethod,
    gatewayTransactionId,
    invoiceId: invoice.id,
    details: { invoice: String(invoice.number), ...details },
  });
  for (const credit of evaluation.credits) {
    await depositMoney(tx, {
      userId: invoice.userId,
      amountMicros: credit.micros,
      source: asset === "BTC" ? "ext:btc" : "ext:usdt",
      kind: "deposit.crypto",
      key: credit.key,
      line: line(credit.key, {
        amount: `${unitsToDecimal(asset, credit.units)} ${asset}`,
        txid: credit.txid,
        rate: credit.basis,
      }),
    });
  }
  if (!evaluation.allowance) return;
  await depositMoney(tx, {
    userId: invoice.userId,
    amountMicros: evaluation.allowance.micros,
    source: "ext:internal",
    kind: "deposit.crypto",
    key: evaluation.allowance.key,
    line: line(evaluation.allowance.key, { allowance: "tolerance" }),
  });
}

const STRAY_REASONS: Record<Evaluation["strays"][number]["kind"], StrayReason> = {
  wrong_token: "WRONG_TOKEN",
  dust: "DUST",
  confirmed_after_failure: "AFTER_MONITORING",
  paid_after_marked: "AFTER_MONITORING",
};

const ALERTS: Record<
  Evaluation["alerts"][number]["kind"],
  { kind: AlertKind; level: "NOTICE" | "WARNING" | "CRITICAL" }
> = {
  settled_payment_reorganised: { kind: "reorganised_after_credit", level: "CRITICAL" },
  stray_receipt: { kind: "stray_payment", level: "WARNING" },
  paid_after_close: { kind: "late_payment", level: "NOTICE" },
  rate_missing: { kind: "rates_unavailable", level: "WARNING" },
  chain_silent: { kind: "chain_unreachable", level: "CRITICAL" },
  never_confirmed: { kind: "never_confirmed", level: "NOTICE" },
};

async function tell(deps: BillingDeps, tx: Tx, invoice: Invoice, asset: CryptoAsset, evaluation: Evaluation) {
  for (const stray of evaluation.strays) {
    const isOurs = stray.contract === null;
    await tx.unmatchedPayment.createMany({
      data: [
        {
          id: deps.ids.uuid(),
          gateway: "CRYPTO",
          gatewayPaymentId: stray.key,
          reason: STRAY_REASONS[stray.kind],
          asset: isOurs ? asset : UNKNOWN_ASSET,
          amount: isOurs ? unitsToDecimal(asset, BigInt(stray.value)) : "0",
          address: invoice.address,
          tokenContract: stray.contract,
          invoiceId: invoice.id,
          userId: invoice.userId,
        },
      ],
      skipDuplicates: true,
    });
  }
  for (const { key, kind } of evaluation.alerts) {
    await raiseAlert(
      { db: tx, ids: deps.ids },
      { key, ...ALERTS[kind], ref: { type: "invoice", id: invoice.id }, details: { number: invoice.number } },
    );
  }
  const raised = new Set(evaluation.alerts.map(({ key }) => key));
  for (const key of passingAlerts(invoice.id)) if (!raised.has(key)) await endAlert({ db: tx }, key);
}

/**
 * Takes in what a chain shows of an invoice's address (null: nobody could tell) and does what follows from it: payments
 * move, what is sure is credited once, the invoice goes on. Repeating it changes nothing.
 */
export async function applyChainView(
  deps: BillingDeps,
  invoiceId: string,
  view: ChainView | null,
): Promise<void> {
  const policy = await readCryptoPolicy(deps.db);
  const sinceStart = deps.clock.securityNow().getTime() - deps.startedAt.getTime();
  await inTransaction(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM invoices WHERE id = ${invoiceId}::uuid FOR UPDATE`;
    const row = await tx.invoice.findUniqueOrThrow({ where: { id: invoiceId }, include: { payments: true } });
    const { payments: known, ...invoice } = row;
    const { asset } = invoice;
    if (asset === null) return;
    const now = deps.clock.now();
    const agreed = agreeOnRate(asset, await latestReadings(tx, asset), now);
    const evaluation = evaluateInvoice({
      invoice: toMachineInvoice(invoice, asset),
      payments: known.map((payment) => toMachinePayment(payment, asset)),
      view,
      now,
      currentRate: agreed.ok ? agreed.rate : null,
      expireNotBefore: sinceStart < GRACE_MS ? new Date(now.getTime() + GRACE_MS - sinceStart) : undefined,
      policy,
    });
    await writePayments(deps, tx, { invoice, known, asset, evaluation });
    await post(deps, tx, invoice, asset, evaluation);
    await tell(deps, tx, invoice, asset, evaluation);
    const credited = evaluation.payments.reduce(
      (sum, { creditedMicros }) => sum + (creditedMicros ?? 0n),
      0n,
    );
    const { status, exception, allowanceMicros, checkedAt } = evaluation.invoice;
    await settleInvoice(deps, tx, ACTOR, {
      invoice,
      outcome: {
        status,
        exception,
        creditedMicros: credited + allowanceMicros + invoice.handMicros,
        refundedMicros: invoice.refundedMicros,
      },
    });
    await tx.invoice.update({ where: { id: invoice.id }, data: { allowanceMicros, checkedAt } });
    const hasMoved =
      evaluation.steps.length > 0 ||
      status !== invoice.status ||
      known.some((payment) => {
        const after = evaluation.payments.find(({ id }) => id === payment.id);
        return after !== undefined && after.confirmations !== payment.confirmations;
      });
    if (hasMoved)
      await writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId });
  });
}
