import type { z } from "zod";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import { readDestination } from "../payout-destination";
import type { BillingDeps } from "../ports";
import { amount as amountSchema } from "../typed-fields";
import type { checkWithdrawalSchema } from "../withdrawal-schema";
import { readWithdrawalOffer } from "./withdrawal-offer";

type CheckWithdrawalInput = z.infer<typeof checkWithdrawalSchema>;

/** What would be refused about a request, by the field it is about. */
interface WithdrawalProblems {
  amount: Refusal | null;
  destination: Refusal | null;
}

async function amountProblem(deps: BillingDeps, actor: UserActor, typed: string): Promise<Refusal | null> {
  const read = amountSchema.safeParse(typed);
  if (!read.success) {
    const isTooFine = read.error.issues[0]?.message === "amount_too_fine";
    return refuse(isTooFine ? "amount_too_fine" : "amount_invalid");
  }
  const micros = read.data;
  const offer = await readWithdrawalOffer(deps, actor);
  if (micros < offer.minimumMicros)
    return refuse("amount_too_small", { minimumMicros: offer.minimumMicros.toString() });
  if (micros > offer.availableMicros)
    return refuse("insufficient_funds", {
      missingMicros: (micros - offer.availableMicros).toString(),
      availableMicros: offer.availableMicros.toString(),
    });
  if (micros > offer.leftTodayMicros)
    return refuse("withdrawal_limit", { maximumMicros: offer.perDayMicros.toString() });
  return null;
}

/** Whether a destination can be paid at; an address of our own invoices would bring the money back as a payment. */
async function destinationProblem(
  deps: BillingDeps,
  { method, destination: typed }: CheckWithdrawalInput,
): Promise<Refusal | null> {
  const destination = readDestination(deps.addresses, method, typed);
  if (destination === null) return refuse("destination_invalid");
  const own = await deps.db.invoice.findUnique({ where: { address: destination }, select: { id: true } });
  return own ? refuse("destination_invalid") : null;
}

/** All that would be refused about a request, before somebody is asked to confirm it; nothing is held yet. */
export async function checkWithdrawal(
  deps: BillingDeps,
  actor: UserActor,
  input: CheckWithdrawalInput,
): Promise<WithdrawalProblems> {
  const [amount, destination] = await Promise.all([
    amountProblem(deps, actor, input.amount),
    destinationProblem(deps, input),
  ]);
  return { amount, destination };
}
