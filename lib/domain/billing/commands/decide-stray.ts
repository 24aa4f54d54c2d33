import type { Tx } from "@/lib/db/client";
import type { UnmatchedPayment } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import { afterHandCredit } from "../hand-credit";
import type { DecideStrayInput } from "../inputs";
import { canMoveMoney } from "../policy";
import { originOf, worthMicros } from "../queries/stray-origin";
import { endAlert } from "./raise-alert";
import { settleInvoice } from "./settle-invoice";

async function end(
  deps: KernelDeps,
  tx: Tx,
  actor: UserActor,
  stray: UnmatchedPayment,
  decided: {
    status: "CREDITED" | "MATCHED" | "DISMISSED";
    note: string;
    userId?: string;
    invoiceId?: string;
    creditedMicros?: bigint;
  },
): Promise<void> {
  await tx.unmatchedPayment.update({
    where: { id: stray.id },
    data: { ...decided, decidedById: actor.userId, decidedAt: deps.clock.now() },
  });
  await endAlert({ db: tx }, `stray:${stray.gateway}:${stray.gatewayPaymentId}`);
  await writeAudit(tx, actor, {
    action: `stray_payment.${decided.status.toLowerCase() as Lowercase<typeof decided.status>}`,
    targetType: "stray_payment",
    targetId: stray.id,
    before: { status: stray.status },
    after: {
      status: decided.status,
      ...(decided.invoiceId ? { invoiceId: decided.invoiceId } : {}),
      ...(decided.userId
        ? { userId: decided.userId, credited: toDecimal(decided.creditedMicros ?? 0n) }
        : {}),
    },
    reason: decided.note,
  });
}

interface Owner {
  userId: string;
  invoiceId?: string;
}

/** Puts the money into a wallet, once for ever. */
async function deposit(
  deps: KernelDeps,
  tx: Tx,
  stray: UnmatchedPayment,
  { userId, invoiceId }: Owner,
  { amountMicros, reason }: { amountMicros: bigint; reason: string },
): Promise<void> {
  const { source, kind, paymentMethod } = originOf(stray);
  await depositMoney(tx, {
    userId,
    amountMicros,
    source,
    kind,
    key: `stray:${stray.id}`,
    line: {
      id: deps.ids.uuid(),
      type: "DEPOSIT",
      gateway: stray.gateway,
      paymentMethod,
      gatewayTransactionId: stray.gatewayPaymentId,
      description: reason,
      invoiceId,
      details: { received: `${plainDecimal(stray.amount)} ${stray.asset}` },
    },
  });
}

type Match = Extract<DecideStrayInput, { decision: "match" }>;

/** The money is an invoice's: its customer gets it, and the invoice is paid where nothing is missing any more. */
async function match(
  deps: KernelDeps,
  tx: Tx,
  actor: UserActor,
  stray: UnmatchedPayment,
  input: Match,
): Promise<Result> {
  await tx.$queryRaw`SELECT id FROM invoices WHERE id = ${input.invoiceId}::uuid FOR UPDATE`;
  const invoice = await tx.invoice.findUnique({ where: { id: input.invoiceId } });
  if (!invoice) return refuse("not_found");
  if (invoice.version !== input.version) return refuse("changed_since_seen");
  const { amountMicros } = input;
  const outcome = afterHandCredit(invoice, amountMicros);
  if (!outcome) {
    return refuse(
      invoice.status === "PENDING" || invoice.status === "CREATED" ? "amount_too_small" : "invoice_closed",
    );
  }
  const owner = { userId: invoice.userId, invoiceId: invoice.id };
  await deposit(deps, tx, stray, owner, input);
  await tx.invoice.update({ where: { id: invoice.id }, data: { handMicros: { increment: amountMicros } } });
  await settleInvoice(deps, tx, actor, {
    invoice,
    outcome: { ...outcome, refundedMicros: invoice.refundedMicros },
  });
  await end(deps, tx, actor, stray, {
    status: "MATCHED",
    note: input.reason,
    creditedMicros: amountMicros,
    ...owner,
  });
  await writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId });
  return ok();
}

/**
 * Decides what money is that no invoice asked for: an invoice's, then that gets `amountMicros`; somebody's, then their
 * wallet does; or nobody's. Refusals: forbidden, not_found (the payment, the person, the invoice), conflict (decided
 * already), amount_too_large (more dollars than came), amount_too_small (the invoice waits for more), invoice_closed,
 * changed_since_seen.
 */
export async function decideStray(
  deps: KernelDeps,
  actor: UserActor,
  input: DecideStrayInput,
): Promise<Result> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return postOnce<Result>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM unmatched_payments WHERE id = ${input.strayId}::uuid FOR UPDATE`;
    const stray = await tx.unmatchedPayment.findUnique({ where: { id: input.strayId } });
    if (!stray) return refuse("not_found");
    if (stray.status !== "OPEN") return refuse("conflict");
    if (input.decision === "dismiss") {
      await end(deps, tx, actor, stray, { status: "DISMISSED", note: input.reason });
      return ok();
    }
    const worth = worthMicros(stray);
    if (worth !== null && input.amountMicros > worth) return refuse("amount_too_large");
    if (input.decision === "match") return match(deps, tx, actor, stray, input);
    const user = await tx.user.findFirst({
      where: { username: input.username.toLowerCase() },
      select: { id: true },
    });
    if (!user) return refuse("not_found");
    await deposit(deps, tx, stray, { userId: user.id }, input);
    await end(deps, tx, actor, stray, {
      status: "CREDITED",
      note: input.reason,
      userId: user.id,
      creditedMicros: input.amountMicros,
    });
    await writeEvent(tx, "wallet.changed", { userId: user.id }, { userId: user.id });
    await writeEvent(
      tx,
      "stray.credited",
      { strayId: stray.id, amountMicros: input.amountMicros.toString() },
      { userId: user.id },
    );
    return ok();
  });
}
