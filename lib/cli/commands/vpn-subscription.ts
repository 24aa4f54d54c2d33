import type { Deps } from "@/lib/deps";
import { findUser } from "@/lib/domain/identity/queries";
import { systemActor } from "@/lib/domain/kernel/actor";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { listStaffPlans } from "@/lib/domain/vpn/queries/staff-plans";
import { readSubscriptionLink } from "@/lib/domain/vpn/queries/subscription-link";
import { CommandError, type CommandOutcome, refused } from "../output";

const OPERATOR = systemActor("operator", "cli");

const WORDS = {
  plan_withdrawn: "This plan is no longer sold.",
  plan_changed: "This plan is sold by other terms now; see: vpn plan list.",
  trial_used: "This person has used the trial already.",
  trial_needs_email: "The trial needs a confirmed e-mail address.",
  no_vpn_capacity: "No server of this plan has room. Nothing was charged.",
  insufficient_funds: "The wallet holds too little for this plan; see: grant <user> <amount>.",
  suspended: "This person is suspended.",
  wallet_frozen: "This person's wallet is frozen.",
  too_many_subscriptions: "This person has as many subscriptions as one account can hold.",
} as const;

const GB = 1_073_741_824n;
const traffic = (bytes: string | null) => (bytes === null ? "unlimited" : `${BigInt(bytes) / GB} GB`);

/** The plans on sale, and those that are not. */
export async function vpnPlanListCommand(deps: Deps): Promise<CommandOutcome> {
  const plans = await listStaffPlans(deps, OPERATOR);
  return {
    lines: plans.map(
      (plan) =>
        `${plan.name}: ${plan.priceUsd} USD, ${plan.durationDays} days, ${traffic(plan.trafficBytes)}, ` +
        `${plan.maxDevices} ${plan.maxDevices === 1 ? "device" : "devices"}, ${plan.live} live` +
        `${plan.isActive ? "" : ", withdrawn"}`,
    ),
    json: plans,
  };
}

/** Buys a plan from somebody's wallet: the one that is named, else the cheapest that is no trial. The last line is its link. */
export async function vpnSubscriptionCreateCommand(
  deps: Deps,
  _args: string[],
  options: Record<string, string | boolean | undefined>,
): Promise<CommandOutcome> {
  const who = String(options.user);
  const user = await findUser(deps, who);
  if (!user) throw new CommandError(`Nobody is known as "${who}".`, "not_found");
  const named = typeof options.plan === "string" ? options.plan : null;
  const plans = (await listStaffPlans(deps, OPERATOR)).filter(({ isActive }) => isActive);
  const plan =
    named === null
      ? plans.filter(({ isTrial }) => !isTrial).toSorted((a, b) => Number(a.priceUsd) - Number(b.priceUsd))[0]
      : plans.find(({ name, nameFa, namePt }) => [name, nameFa, namePt].includes(named));
  if (!plan)
    throw new CommandError(
      named ? `No plan on sale is called "${named}".` : "No plan is on sale.",
      "not_found",
    );
  const bought = await buyPlan(
    deps,
    OPERATOR,
    { userId: user.id },
    { planId: plan.id, key: deps.ids.uuid(), isAutoRenew: false },
  );
  if (!bought.ok) throw refused(bought.reason, WORDS);
  // The panels hear of it now, so that the link works when this command ends; the job goes on where one did not.
  await tellDuePanels(deps);
  const link = await readSubscriptionLink(deps, bought.subscriptionId);
  if (!link) throw new CommandError("The subscription is gone already.", "not_found");
  const { number, url } = link;
  return {
    lines: [`${user.username} has ${plan.name} for ${plan.priceUsd} USD: subscription ${number}.`, url],
    json: { subscriptionId: bought.subscriptionId, number, plan: plan.name, url },
  };
}
