import type { Tx } from "@/lib/db/client";
import type { Withdrawal } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { getSetting } from "@/lib/domain/settings/queries";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import { readDestination } from "../payout-destination";
import type { BillingDeps } from "../ports";
import { requestedTodayMicros } from "../queries/withdrawal-offer";
import { settingMicros } from "../top-up-rules";
import type { RequestWithdrawalInput, WithdrawalMethod } from "../types";
import { WITHDRAWAL_LEVEL } from "../withdrawal-rules";

/** An undecided withdrawal is told by the check of the books after three days; the money stays held until somebody decides. */
const DECIDE_WITHIN_SECONDS = 3 * 86_400;

const LINE = {
  USDT_TRC20: { gateway: "CRYPTO", paymentMethod: "CRYPTO_USDT" },
  BTC: { gateway: "CRYPTO", paymentMethod: "CRYPTO_BTC" },
  PIX: { gateway: "MERCADOPAGO", paymentMethod: "PIX" },
} as const satisfies Record<WithdrawalMethod, { gateway: string; paymentMethod: string }>;

type Asked = Result<{ withdrawalId: string; number: number }>;

/** The answer for a key that was used before; null for a new one. */
async function answered(
  deps: BillingDeps,
  tx: Tx,
  userId: string,
  input: RequestWithdrawalInput,
): Promise<Asked | null> {
  const known: Withdrawal | null = await tx.withdrawal.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey: input.key } },
  });
  if (!known) return null;
  const isSame =
    known.amountMicros === input.amountMicros &&
    known.method === input.method &&
    deps.cipher.decrypt(known.destination) === input.destination;
  return isSame ? ok({ withdrawalId: known.id, number: known.number }) : refuse("idempotency_mismatch");
}

/**
 * Asks for money back: held at once, decided by an administrator. The same key of the same person asks once. Refusals:
 * withdrawal_level, amount_invalid, destination_invalid, amount_too_small, withdrawal_limit (of the UTC day), insufficient_funds,
 * wallet_frozen, idempotency_mismatch.
 */
export async function requestWithdrawal(
  deps: BillingDeps,
  actor: UserActor,
  input: RequestWithdrawalInput,
): Promise<Asked> {
  const { userId } = actor;
  const { amountMicros, method } = input;
  if (actor.verificationLevel < WITHDRAWAL_LEVEL) return refuse("withdrawal_level");
  if (amountMicros <= 0n) return refuse("amount_invalid");
  const destination = readDestination(deps.addresses, method, input.destination);
  if (destination === null) return refuse("destination_invalid");
  // An address of our own invoices would bring the money back as somebody's payment.
  const own = await deps.db.invoice.findUnique({ where: { address: destination }, select: { id: true } });
  if (own) return refuse("destination_invalid");
  const { value: limits } = await getSetting(deps, "billing.limits");
  const minimum = settingMicros(limits.withdrawalMinimum);
  if (amountMicros < minimum) return refuse("amount_too_small", { minimumMicros: minimum.toString() });
  const id = deps.ids.uuid();
  return postOnce<Asked>(deps, async (tx) => {
    // Requests of one person wait for each other, so that a day's limit counts them all.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.withdrawal.${userId}`}))`;
    const before = await answered(deps, tx, userId, { ...input, destination });
    if (before) return before;
    const perDay = settingMicros(limits.withdrawalPerDay);
    if ((await requestedTodayMicros(tx, userId)) + amountMicros > perDay) {
      return refuse("withdrawal_limit", { maximumMicros: perDay.toString() });
    }
    const { number } = await tx.withdrawal.create({
      data: {
        id,
        userId,
        amountMicros,
        method,
        destination: deps.cipher.encrypt(destination),
        status: "REQUESTED",
        approvalsNeeded: amountMicros >= settingMicros(limits.secondAdminFrom) ? 2 : 1,
        idempotencyKey: input.key,
      },
    });
    const { holdId } = await placeHold(tx, {
      userId,
      amountMicros,
      currency: WALLET_CURRENCY,
      ownerType: "withdrawal",
      ownerId: id,
      expiresInSeconds: DECIDE_WITHIN_SECONDS,
      line: { id: deps.ids.uuid(), type: "WITHDRAWAL", ...LINE[method] },
    });
    await tx.withdrawal.update({ where: { id }, data: { holdId } });
    await writeAudit(tx, actor, {
      action: "withdrawal.requested",
      targetType: "withdrawal",
      targetId: id,
      after: { number, amount: toDecimal(amountMicros), method, status: "REQUESTED" },
    });
    await writeEvent(tx, "wallet.changed", { userId }, { userId });
    await writeEvent(tx, "withdrawal.requested", { withdrawalId: id }, { userId });
    return ok({ withdrawalId: id, number });
  });
}
