import type { Deps } from "@/lib/deps";
import { DISPUTE_NEWS, INVOICE_NEWS } from "@/lib/domain/billing/money-news";
import {
  factsOfAlert,
  factsOfInvoice,
  factsOfPayment,
  factsOfRefund,
  factsOfWithdrawal,
  type MoneyFacts,
} from "@/lib/domain/billing/queries/money-facts";
import { listAdminIds } from "@/lib/domain/identity/queries/admins";
import { routes } from "@/lib/routes";
import type { MoneyEvent, MoneyNews, MoneyNewsKind } from "./money-news";

type Line = Omit<MoneyNews, "key">;
type EventOf<K extends MoneyEvent["kind"]> = Extract<MoneyEvent, { kind: K }>;

const MICROS_PER_CENT = 10_000n;

/** What coins brought is credited to the last micro-unit and told in whole cents, never more than it was. */
function wholeCents(micros: bigint): bigint {
  return micros < MICROS_PER_CENT ? micros : micros - (micros % MICROS_PER_CENT);
}

function ofInvoice(
  kind: MoneyNewsKind,
  { userId, number, invoiceId }: MoneyFacts,
  amountMicros: bigint,
): Line {
  return {
    userId,
    kind,
    params: { number: String(number), amountMicros: wholeCents(amountMicros).toString() },
    href: routes.invoice(invoiceId),
    mail: "wanted",
  };
}

async function onInvoice(deps: Deps, { payload }: EventOf<"invoice.news">): Promise<Line[]> {
  // What its money buys, or why it does not, is told with the plan.
  if (payload.awaitsPlan) return [];
  const kind = INVOICE_NEWS.find((known) => known === payload.news);
  const facts = await factsOfInvoice(deps, payload.invoiceId);
  if (!kind || !facts) return [];
  const came = BigInt(payload.amountMicros);
  const surplus = facts.planSurplusMicros;
  // The rest of it bought the plan.
  const told = kind === "invoiceOverpaid" && surplus !== null && surplus < came ? surplus : came;
  return [ofInvoice(kind, facts, told)];
}

async function onRefund(deps: Deps, { payload }: EventOf<"refund.finished">): Promise<Line[]> {
  const facts = await factsOfRefund(deps, payload.refundId);
  if (!facts) return [];
  const kind = payload.status === "COMPLETED" ? "refundSent" : "refundFailed";
  return [ofInvoice(kind, facts, facts.amountMicros)];
}

/** What stops a wallet is mailed whatever somebody chose. */
async function onDispute(deps: Deps, { payload }: EventOf<"dispute.changed">): Promise<Line[]> {
  const kind = DISPUTE_NEWS.find((known) => known === payload.news);
  const facts = await factsOfPayment(deps, payload.paymentId);
  return kind && facts ? [{ ...ofInvoice(kind, facts, facts.amountMicros), mail: "always" }] : [];
}

type WithdrawalFacts = NonNullable<Awaited<ReturnType<typeof factsOfWithdrawal>>>;

/** One approval of two is there: whoever may give the other one is asked, as long as it is still missing. */
async function askSecondAdmin(deps: Deps, withdrawalId: string, facts: WithdrawalFacts): Promise<Line[]> {
  if (facts.status !== "REQUESTED") return [];
  const params = { number: String(facts.number), amountMicros: facts.amountMicros.toString() };
  const admins = await listAdminIds(deps);
  return admins
    .filter((id) => id !== facts.userId && !facts.approvals.includes(id))
    .map((userId) => ({
      userId,
      kind: "adminSecondApproval",
      params,
      href: routes.adminWithdrawal(withdrawalId),
      mail: "wanted",
    }));
}

const WITHDRAWAL_NEWS = {
  APPROVED: "withdrawalApproved",
  PAID: "withdrawalPaid",
  REFUSED: "withdrawalRefused",
} as const;

async function onWithdrawal(deps: Deps, { payload }: EventOf<"withdrawal.decided">): Promise<Line[]> {
  const { status, withdrawalId } = payload;
  const kind = Object.hasOwn(WITHDRAWAL_NEWS, status)
    ? WITHDRAWAL_NEWS[status as keyof typeof WITHDRAWAL_NEWS]
    : null;
  const facts = await factsOfWithdrawal(deps, withdrawalId);
  if (!facts) return [];
  if (status === "REQUESTED") return askSecondAdmin(deps, withdrawalId, facts);
  if (!kind) return [];
  const { userId, number, amountMicros, note } = facts;
  const params = { number: String(number), amountMicros: amountMicros.toString(), note: note ?? "" };
  return [{ userId, kind, params, href: routes.withdrawal(withdrawalId), mail: "wanted" }];
}

/** Somebody waits for an administrator's decision; nobody decides over their own money. */
async function onRequest(deps: Deps, { payload }: EventOf<"withdrawal.requested">): Promise<Line[]> {
  const facts = await factsOfWithdrawal(deps, payload.withdrawalId);
  if (!facts) return [];
  const params = { number: String(facts.number), amountMicros: facts.amountMicros.toString() };
  const admins = (await listAdminIds(deps)).filter((id) => id !== facts.userId);
  return admins.map((userId) => ({
    userId,
    kind: "adminWithdrawal",
    params,
    href: routes.adminWithdrawal(payload.withdrawalId),
    mail: "never",
  }));
}

/** Every administrator is told by the bell; of a dispute, which has a deadline elsewhere, by mail too. */
async function onAlert(deps: Deps, { payload }: EventOf<"alert.raised">): Promise<Line[]> {
  const alert = await factsOfAlert(deps, payload.alertId);
  if (!alert) return [];
  const isDispute = alert.kind === "dispute_opened";
  const href =
    isDispute && alert.refType === "invoice" && alert.refId
      ? routes.adminInvoice(alert.refId)
      : routes.adminMoney();
  return (await listAdminIds(deps)).map((userId) => ({
    userId,
    kind: isDispute ? "adminDispute" : "adminAlert",
    params: { ...alert.details, alert: alert.kind },
    href,
    mail: isDispute ? "always" : "never",
  }));
}

async function linesOf(deps: Deps, event: MoneyEvent): Promise<Line[]> {
  switch (event.kind) {
    case "invoice.news":
      return onInvoice(deps, event);
    case "refund.finished":
      return onRefund(deps, event);
    case "dispute.changed":
      return onDispute(deps, event);
    case "withdrawal.requested":
      return onRequest(deps, event);
    case "withdrawal.decided":
      return onWithdrawal(deps, event);
    case "alert.raised":
      return onAlert(deps, event);
    case "stray.credited": {
      const { amountMicros } = event.payload;
      if (!event.userId) return [];
      return [
        {
          userId: event.userId,
          kind: "strayCredited",
          params: { amountMicros },
          href: routes.wallet(),
          mail: "wanted",
        },
      ];
    }
    case "balance.low": {
      const { userId, availableMicros, thresholdMicros } = event.payload;
      const params = { amountMicros: availableMicros, thresholdMicros };
      return [{ userId, kind: "balanceLow", params, href: routes.topUp(), mail: "wanted" }];
    }
  }
}

/** A fact that comes and goes (a gateway that flaps) is told once a day; everything else once for its event. */
function keyOf(event: MoneyEvent): string {
  if (event.kind !== "alert.raised") return `${event.kind}:${event.id}`;
  return `${event.kind}:${event.payload.alertId}:${event.createdAt.toISOString().slice(0, 10)}`;
}

/** What an event says about money, line by line and reader by reader. */
export async function writeNews(deps: Deps, event: MoneyEvent): Promise<MoneyNews[]> {
  const key = keyOf(event);
  return (await linesOf(deps, event)).map((line) => ({ ...line, key }));
}
