import { parseDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { cancelSubscription as cancel } from "@/lib/domain/vpn/commands/cancel-subscription";
import { renewSubscription as renew } from "@/lib/domain/vpn/commands/renew-subscription";
import { rotateLink } from "@/lib/domain/vpn/commands/rotate-link";
import { switchAutoRenewal } from "@/lib/domain/vpn/commands/switch-auto-renewal";
import { upgradePlan } from "@/lib/domain/vpn/commands/upgrade-plan";
import {
  listOwnPurchases,
  listOwnSubscriptions,
  ownsSubscription,
} from "@/lib/domain/vpn/queries/own-subscriptions";
import { listPlans as readPlans } from "@/lib/domain/vpn/queries/plans";
import { getOwnSubscription } from "@/lib/domain/vpn/queries/subscription-detail";
import { readSubscriptionOffer } from "@/lib/domain/vpn/queries/subscription-offer";
import { readUsageDays } from "@/lib/domain/vpn/queries/subscription-usage";
import { type Call, implement } from "../call";
import {
  buySubscription,
  cancelSubscription,
  changeSubscriptionPlan,
  getSubscription,
  getSubscriptionOffer,
  getSubscriptionUsage,
  listPlans,
  listSubscriptionPurchases,
  listSubscriptions,
  renewSubscription,
  rotateSubscriptionLink,
  setAutoRenewal,
} from "../operations/vpn";
import { isUuid } from "./uuid";
import {
  offerAnswer,
  planAnswer,
  purchaseAnswer,
  subscriptionAnswer,
  summaryAnswer,
  usageAnswer,
} from "./vpn-answers";

/** Names of plans and places. */
const LOCALE = "en";

type One = Call<{ id: string }, unknown, unknown>;

async function answerSubscription({ deps, scope }: Call<unknown, unknown, unknown>, id: string) {
  const view = await getOwnSubscription(deps, scope, id, LOCALE);
  return view ? ok({ answer: subscriptionAnswer(view, deps.publicOrigin) }) : refuse("not_found");
}

/** Changes one's own subscription and answers with how it stands afterwards. */
async function change(call: One, run: (subscriptionId: string, userId: string) => Promise<Result>) {
  const { id } = call.params;
  if (!isUuid(id)) return refuse("not_found");
  const done = await run(id, call.actor.userId);
  return done.ok ? answerSubscription(call, id) : done;
}

/** Reads something of a subscription that is one's own. */
async function readOf<T>(call: One, read: (id: string) => Promise<T>): Promise<Result<{ answer: T }>> {
  const { id } = call.params;
  const isOwn = isUuid(id) && (await ownsSubscription(call.deps, call.scope, id));
  return isOwn ? ok({ answer: await read(id) }) : refuse("not_found");
}

const whole = <T>(data: T[]) => ({ data, nextCursor: null });

export const VPN_HANDLERS = [
  implement(listPlans, async ({ deps }) => {
    const plans = await readPlans(deps, LOCALE);
    return ok({ answer: whole(plans.map(planAnswer)) });
  }),
  implement(buySubscription, async (call) => {
    const { deps, actor, body } = call;
    const expectedPriceMicros = body.maxPrice === undefined ? null : parseDecimal(body.maxPrice);
    const bought = await buyPlan(
      deps,
      actor,
      { userId: actor.userId },
      {
        planId: body.planId,
        key: call.idempotencyKey,
        isAutoRenew: body.autoRenew ?? false,
        ...(expectedPriceMicros === null ? {} : { expectedPriceMicros }),
      },
    );
    return bought.ok ? answerSubscription(call, bought.subscriptionId) : bought;
  }),
  implement(listSubscriptions, async ({ deps, scope }) => {
    const own = await listOwnSubscriptions(deps, scope, LOCALE);
    return ok({ answer: whole(own.map(summaryAnswer)) });
  }),
  implement(getSubscription, (call) => answerSubscription(call, call.params.id)),
  implement(getSubscriptionUsage, (call) =>
    readOf(call, async (id) => whole((await readUsageDays(call.deps, id, LOCALE)).map(usageAnswer))),
  ),
  implement(getSubscriptionOffer, async ({ deps, scope, params: { id } }) => {
    const offer = isUuid(id) ? await readSubscriptionOffer(deps, scope, id, LOCALE) : null;
    return offer ? ok({ answer: offerAnswer(offer) }) : refuse("not_found");
  }),
  implement(listSubscriptionPurchases, (call) =>
    readOf(call, async (id) =>
      whole((await listOwnPurchases(call.deps, call.scope, id, LOCALE)).map(purchaseAnswer)),
    ),
  ),
  implement(renewSubscription, (call) =>
    change(call, (subscriptionId, userId) =>
      renew(call.deps, call.actor, { userId }, { subscriptionId, key: call.idempotencyKey }),
    ),
  ),
  implement(changeSubscriptionPlan, (call) =>
    change(call, (subscriptionId, userId) =>
      upgradePlan(
        call.deps,
        call.actor,
        { userId },
        {
          subscriptionId,
          planId: call.body.planId,
          key: call.idempotencyKey,
        },
      ),
    ),
  ),
  implement(rotateSubscriptionLink, (call) =>
    change(call, (subscriptionId, userId) =>
      rotateLink(call.deps, call.actor, userId, { subscriptionId, leaked: call.body.leaked ?? false }),
    ),
  ),
  implement(setAutoRenewal, (call) =>
    change(call, (subscriptionId, userId) =>
      switchAutoRenewal(call.deps, call.actor, userId, { subscriptionId, isOn: call.body.isOn }),
    ),
  ),
  implement(cancelSubscription, (call) =>
    change(call, (subscriptionId, userId) => cancel(call.deps, call.actor, userId, subscriptionId)),
  ),
];
