import type { KernelDeps } from "@/lib/domain/kernel/deps";

type ReadDeps = Pick<KernelDeps, "db">;

/** Whose something about money is, with what its sentence names. Micro-units of USD. */
export interface MoneyFacts {
  userId: string;
  number: number;
  invoiceId: string;
  amountMicros: bigint;
}

/** With what came above the price of a plan that the invoice is for; null where it is for none. */
export async function factsOfInvoice(
  { db }: ReadDeps,
  id: string,
): Promise<(MoneyFacts & { planSurplusMicros: bigint | null }) | null> {
  const row = await db.invoice.findUnique({
    where: { id },
    select: {
      userId: true,
      number: true,
      amountMicros: true,
      creditedMicros: true,
      planId: true,
      planDueMicros: true,
    },
  });
  if (!row) return null;
  const { planId, planDueMicros, creditedMicros, ...facts } = row;
  return {
    ...facts,
    invoiceId: id,
    planSurplusMicros: planId === null ? null : creditedMicros - (planDueMicros ?? row.amountMicros),
  };
}

export async function factsOfRefund(
  { db }: ReadDeps,
  id: string,
): Promise<(MoneyFacts & { method: string }) | null> {
  const row = await db.paymentRefund.findUnique({
    where: { id },
    select: {
      userId: true,
      invoiceId: true,
      amountMicros: true,
      invoice: { select: { number: true, paymentMethod: true } },
    },
  });
  if (!row) return null;
  const { invoice, ...facts } = row;
  return { ...facts, number: invoice.number, method: invoice.paymentMethod };
}

/** The amount is what the payment had brought into the wallet. */
export async function factsOfPayment({ db }: ReadDeps, id: string): Promise<MoneyFacts | null> {
  const row = await db.payment.findUnique({
    where: { id },
    select: { invoiceId: true, creditedMicros: true, invoice: { select: { number: true, userId: true } } },
  });
  if (!row) return null;
  return { ...row.invoice, invoiceId: row.invoiceId, amountMicros: row.creditedMicros };
}

/** A withdrawal, with why it was refused and which administrators have approved it. */
export async function factsOfWithdrawal({ db }: ReadDeps, id: string) {
  const row = await db.withdrawal.findUnique({
    where: { id },
    select: {
      userId: true,
      number: true,
      amountMicros: true,
      note: true,
      status: true,
      approvals: { select: { adminId: true } },
    },
  });
  return row && { ...row, approvals: row.approvals.map(({ adminId }) => adminId) };
}

/** An alert as its sentence needs it. */
export async function factsOfAlert({ db }: ReadDeps, id: string) {
  const row = await db.moneyAlert.findUnique({ where: { id } });
  if (!row) return null;
  const details = Object.entries(row.details as Record<string, unknown>).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [[name, String(value)] as const] : [],
  );
  return {
    key: row.key,
    kind: row.kind,
    refType: row.refType,
    refId: row.refId,
    lastSeenAt: row.lastSeenAt,
    details: Object.fromEntries(details) as Record<string, string>,
  };
}
