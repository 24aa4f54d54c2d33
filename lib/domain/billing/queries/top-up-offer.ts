import { agreeOnRate } from "@/lib/domain/crypto-payments/rate-quote";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { getSetting } from "@/lib/domain/settings/queries";
import { ASSET_OF, isCrypto, METHOD_TERMS, TOP_UP_METHODS, type TopUpMethod } from "../methods";
import type { BillingDeps } from "../ports";
import { dailyTopUpMicros } from "../top-up-rules";
import type { TopUpOffer } from "../types";
import { latestReadings } from "./crypto-rates";
import { isGatewayDown } from "./gateway-health";
import { isConfigured, isSimulated } from "./sandbox";
import { methodState, startedTodayMicros } from "./top-up-usage";

/** Its gateway does not answer, or nobody tells what its coin is worth: it is shown, and cannot be chosen. */
async function isAway(deps: BillingDeps, method: TopUpMethod): Promise<boolean> {
  if (!isCrypto(method)) return isGatewayDown(deps.db, method);
  const asset = ASSET_OF[method];
  return !agreeOnRate(asset, await latestReadings(deps.db, asset), deps.clock.now()).ok;
}

/** What this person may bring in, and how. */
export async function readTopUpOffer(deps: BillingDeps, actor: UserActor): Promise<TopUpOffer> {
  const [{ value: limits }, { value: rates }, startedMicros, freeze] = await Promise.all([
    getSetting(deps, "billing.limits"),
    getSetting(deps, "billing.rates"),
    startedTodayMicros(deps.db, actor.userId),
    deps.db.walletFreeze.findUnique({ where: { userId: actor.userId }, select: { userId: true } }),
  ]);
  const left = dailyTopUpMicros(limits, actor.verificationLevel) - startedMicros;
  const methods = [];
  for (const method of TOP_UP_METHODS) {
    const { chargeCurrency } = METHOD_TERMS[method];
    const perUsd = chargeCurrency === "BRL" ? rates.brl : "";
    if (!isConfigured(deps, method) || (chargeCurrency === "BRL" && perUsd === "")) continue;
    const state = await methodState(deps.db, method);
    if (!state.isOn) continue;
    methods.push({
      ...state,
      chargeCurrency,
      perUsd,
      isAway: await isAway(deps, method),
      isSimulated: isSimulated(deps, method),
    });
  }
  return { methods, leftTodayMicros: left > 0n ? left : 0n, isFrozen: freeze !== null };
}
