import { rateToDecimal } from "@/lib/domain/crypto-payments/asset-amount";
import { agreeOnRate } from "@/lib/domain/crypto-payments/rate-quote";
import type { CryptoAsset, RateAnswer } from "@/lib/domain/crypto-payments/types";
import type { BillingDeps } from "../ports";
import { endAlert, raiseAlert } from "./raise-alert";

const ASSETS: readonly CryptoAsset[] = ["BTC", "USDT"];
const KEPT_DAYS = 2;

async function readAsset(deps: BillingDeps, asset: CryptoAsset): Promise<number> {
  const sources = deps.crypto.rateSources.filter((source) => source.assets.includes(asset));
  const answers: RateAnswer[] = await Promise.all(sources.map((source) => source.read(asset)));
  const readings = answers.flatMap((answer) => (answer.kind === "ok" ? [answer.reading] : []));
  await deps.db.rateReading.createMany({
    data: readings.map(({ source, rate, observedAt }) => ({
      pair: `${asset}/USD`,
      source,
      rate: rateToDecimal(rate),
      quotedAt: observedAt,
      fetchedAt: deps.clock.now(),
    })),
  });
  const agreed = agreeOnRate(asset, answers, deps.clock.now());
  const key = `rates:${asset}`;
  if (agreed.ok) await endAlert(deps, key);
  else {
    await raiseAlert(deps, {
      key,
      kind: "rates_unavailable",
      level: "WARNING",
      details: { asset, reason: agreed.reason },
    });
  }
  return readings.length;
}

/** Asks every source what the assets are worth, while somebody may pay with them. Returns how many answered. */
export async function refreshRates(deps: BillingDeps): Promise<number> {
  const wanted = ASSETS.filter((asset) => deps.crypto.accountKey(asset) !== null);
  let count = 0;
  for (const asset of wanted) count += await readAsset(deps, asset);
  await deps.db.$executeRaw`
    DELETE FROM rate_readings WHERE fetched_at < app_now() - make_interval(days => ${KEPT_DAYS})`;
  return count;
}
