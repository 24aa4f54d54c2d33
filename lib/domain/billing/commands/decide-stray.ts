import type { Tx } from "@/lib/db/client";
import type { PaymentMethod, UnmatchedPayment } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { ExternalAccount } from "@/lib/domain/wallet/accounts";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import type { LedgerKind } from "@/lib/domain/wallet/postings";
import { canMoveMoney } from "../policy";
import type { DecideStrayInput } from "../types";
import { endAlert } from "./raise-alert";

interface Origin {
  source: ExternalAccount;
  kind: LedgerKind;
  paymentMethod: PaymentMethod;
}

/** Where the money lies. A token the shop holds no account of is credited at the shop's own cost. */
function originOf({ gateway, asset }: UnmatchedPayment): Origin {
  if (gateway === "STRIPE") return { source: "ext:stripe", kind: "deposit.stripe", paymentMethod: "CARD" };
  if (gateway === "MERCADOPAGO") {
    return { source: "ext:mercadopago", kind: "deposit.mercadopago", paymentMethod: "PIX" };
  }
  if (asset === "USDT") return { source: "ext:usdt", kind: "deposit.crypto", paymentMethod: "CRYPTO_USDT" };
  if (asset === "BTC") return { source: "ext:btc", kind: "deposit.crypto", paymentMethod: "CRYPTO_BTC" };
  return { source: "ext:internal", kind: "credit.granted", paymentMethod: "ADMIN" };
}

/** The most that dollars which came in are worth; null for what has to be reckoned by a person. */
function worthMicros({ asset, amount }: UnmatchedPayment): bigint | null {
  return asset === "USD" || asset === "USDT" ? parseDecimal(plainDecimal(amount)) : null;
}

async function end(
  deps: KernelDeps,
  tx: Tx,
  actor: UserActor,
  stray: UnmatchedPayment,
  decided: { status: "CREDITED" | "DISMISSED"; note: string; userId?: string; creditedMicros?: bigint },
): Promise<void> {
  await tx.unmatchedPayment.update({
    where: { id: stray.id },
    data: { ...decided, decidedById: actor.userId, decidedAt: deps.clock.now() },
  });
  await endAlert({ db: tx }, `stray:${stray.gateway}:${stray.gatewayPaymentId}`);
  await writeAudit(tx, actor, {
    action: decided.status === "CREDITED" ? "stray_payment.credited" : "stray_payment.dismissed",
    targetType: "stray_payment",
    targetId: stray.id,
    before: { status: stray.status },
    after: {
      status: decided.status,
      ...(decided.userId
        ? { userId: decided.userId, credited: toDecimal(decided.creditedMicros ?? 0n) }
        : {}),
    },
    reason: decided.note,
  });
}

/**
 * Decides what money is that no invoice asked for: somebody's, then their wallet gets `amountMicros`, or nobody's.
 * Refusals: forbidden, not_found (the payment, or the person), conflict (decided already), amount_too_large (more
 * dollars than came).
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
    const user = await tx.user.findFirst({
      where: { username: input.username.toLowerCase() },
      select: { id: true },
    });
    if (!user) return refuse("not_found");
    const { source, kind, paymentMethod } = originOf(stray);
    await depositMoney(tx, {
      userId: user.id,
      amountMicros: input.amountMicros,
      source,
      kind,
      key: `stray:${stray.id}`,
      line: {
        id: deps.ids.uuid(),
        type: "DEPOSIT",
        gateway: kind === "credit.granted" ? "INTERNAL" : stray.gateway,
        paymentMethod,
        gatewayTransactionId: stray.gatewayPaymentId,
        description: input.reason,
        details: { received: `${plainDecimal(stray.amount)} ${stray.asset}` },
      },
    });
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
