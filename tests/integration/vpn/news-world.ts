import { randomUUID } from "node:crypto";
import type { Invoice } from "@/lib/db/generated/client";
import { settleInvoice } from "@/lib/domain/billing/commands/settle-invoice";
import type { Mail } from "@/lib/domain/identity/ports";
import { customerScopeOf, systemActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { listNotifications } from "@/lib/domain/notifications/queries/notifications";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { endDueSubscriptions } from "@/lib/domain/vpn/commands/end-due-subscriptions";
import { noticeEndings } from "@/lib/domain/vpn/commands/notice-endings";
import { renewDueSubscriptions } from "@/lib/domain/vpn/commands/renew-due-subscriptions";
import type { DispatchedEvent } from "@/lib/jobs/subscriber";
import { moneyNews } from "@/lib/jobs/subscribers/money-news";
import { planInvoices } from "@/lib/jobs/subscribers/plan-invoices";
import { vpnNews } from "@/lib/jobs/subscribers/vpn-news";
import type { Person } from "@/tests/support/world";
import { openVpnWorld } from "./vpn-world";

/** A shop with one server whose customers are told of their subscriptions; mails are kept. */
export async function openNewsWorld() {
  const world = await openVpnWorld();
  const { id: serverId } = await world.server();
  const { actor: admin } = await world.person({ role: "ADMIN" });
  const sent: Mail[] = [];
  const mailer = {
    mailbox: null,
    async send(mail: Mail) {
      sent.push(mail);
    },
  };
  const deps = { ...world.deps, mailer };
  let since = 0n;

  /** What was before is neither told nor seen. */
  async function begin(): Promise<void> {
    sent.length = 0;
    since = (await deps.db.outboxEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n;
  }

  /** Runs what looks at the clock twice, then tells every event twice, as "at least once" allows. */
  async function tell(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      await renewDueSubscriptions(deps);
      await noticeEndings(deps);
      await endDueSubscriptions(deps);
    }
    for (const subscriber of [planInvoices, moneyNews, vpnNews, vpnNews]) {
      const kinds: readonly string[] = subscriber.kinds;
      const events = await deps.db.outboxEvent.findMany({
        where: { kind: { in: [...kinds] }, id: { gt: since } },
        orderBy: { id: "asc" },
      });
      const handle = subscriber.handle as (given: typeof deps, event: DispatchedEvent) => Promise<void>;
      for (const event of events) await handle(deps, event as unknown as DispatchedEvent);
    }
  }

  async function newsOf({ actor }: Person) {
    await tell();
    const first = { page: 1, pageSize: 50 };
    return (await listNotifications(deps, customerScopeOf(actor.userId), first)).rows.reverse();
  }

  const kindsOf = async (person: Person) => (await newsOf(person)).map(({ kind }) => kind);
  const subjectsTo = ({ actor }: Person) =>
    sent.filter(({ to }) => to === `${actor.username}@example.test`).map(({ subject }) => subject);
  const choose = (person: Person, chosen: object) =>
    deps.db.userPreference.create({ data: { userId: person.actor.userId, ...chosen } });

  async function buy({ actor }: Person, planId: string, isAutoRenew = false) {
    const input = { planId, key: `key-${randomUUID()}`, isAutoRenew };
    const bought = await buyPlan(deps, actor, { userId: actor.userId }, input);
    if (!bought.ok) throw new Error(bought.reason);
    return deps.db.subscription.findUniqueOrThrow({ where: { id: bought.subscriptionId } });
  }

  /** An invoice whose money is in the wallet already, as it comes in. */
  async function paid(person: Person, planId: string, over: Partial<Invoice> = {}) {
    const invoice = await deps.db.invoice.create({
      data: {
        id: randomUUID(),
        userId: person.actor.userId,
        purpose: "PLAN",
        planId,
        subscriptionId: over.subscriptionId ?? null,
        gateway: "SANDBOX",
        paymentMethod: "CARD",
        status: over.status ?? "PENDING",
        amountMicros: over.amountMicros ?? 5_000_000n,
        planDueMicros: over.planDueMicros ?? null,
        chargeCurrency: "USD",
        chargeAmount: "5",
        seller: {},
        idempotencyKey: randomUUID(),
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    const outcome = {
      status: over.status ?? ("PAID" as const),
      exception: over.exception ?? ("NONE" as const),
      creditedMicros: over.creditedMicros ?? invoice.amountMicros,
      refundedMicros: 0n,
    };
    await inTransaction(deps, (tx) => settleInvoice(deps, tx, systemActor("test"), { invoice, outcome }));
    return invoice;
  }

  const more = { serverId, admin, sent, begin, newsOf, kindsOf, subjectsTo, choose, buy, paid };
  return { ...world, deps, ...more };
}

export type NewsWorld = Awaited<ReturnType<typeof openNewsWorld>>;
