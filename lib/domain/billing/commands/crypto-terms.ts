import type { Tx } from "@/lib/db/client";
import { rateToDecimal, unitsToDecimal } from "@/lib/domain/crypto-payments/asset-amount";
import { quote } from "@/lib/domain/crypto-payments/rate-quote";
import { confirmationsNeeded } from "@/lib/domain/crypto-payments/settle-invoice";
import { type CryptoAsset, NETWORK_OF } from "@/lib/domain/crypto-payments/types";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { SettingValue } from "@/lib/domain/settings/schema";
import { cryptoPolicy } from "../crypto-policy";
import { latestReadings } from "../crypto-rates";
import type { CryptoMethod } from "../methods";
import type { BillingDeps } from "../ports";
import { nextAddress } from "./next-address";

const WATCH_MS = 86_400_000;

export const ASSET_OF: Record<CryptoMethod, CryptoAsset> = { CRYPTO_BTC: "BTC", CRYPTO_USDT: "USDT" };

interface Wanted {
  invoiceId: string;
  method: CryptoMethod;
  /** Amount and fee, micro-units of USD. */
  totalMicros: bigint;
  limits: SettingValue<"billing.limits">;
}

/**
 * What a crypto invoice asks for: a fresh address, the amount at a rate that holds for fifteen minutes, and how sure it
 * has to be. Refusals: method_off, and why there is no rate.
 */
export async function cryptoTerms(
  deps: BillingDeps,
  tx: Tx,
  { invoiceId, method, totalMicros, limits }: Wanted,
) {
  const asset = ASSET_OF[method];
  const key = deps.crypto.accountKey(asset);
  if (!key) return refuse("method_off");
  const quoted = quote(asset, totalMicros, await latestReadings(tx, asset), deps.clock.now());
  if (!quoted.ok) return quoted;
  const { address, index } = await nextAddress(tx, asset, key);
  const policy = cryptoPolicy(limits);
  const shape = {
    id: invoiceId,
    asset,
    status: "PENDING" as const,
    exception: "NONE" as const,
    amountMicros: totalMicros,
    unitsDue: quoted.unitsDue,
    expiresAt: quoted.lockedUntil,
    monitorUntil: new Date(quoted.lockedUntil.getTime() + WATCH_MS),
    allowanceMicros: 0n,
    checkedAt: null,
  };
  const amount = unitsToDecimal(asset, quoted.unitsDue);
  const rate = rateToDecimal(quoted.rate);
  const terms = {
    status: "PENDING" as const,
    asset,
    network: NETWORK_OF[asset],
    address,
    derivationIndex: index,
    addressKeyHash: key.fingerprint,
    amountAsset: amount,
    chargeAmount: amount,
    rate,
    rateSources: quoted.sources,
    rateFetchedAt: quoted.observedAt,
    rateLockedUntil: quoted.lockedUntil,
    expiresAt: quoted.lockedUntil,
    monitorUntil: shape.monitorUntil,
    toleranceBps: Number(policy.toleranceBps),
    requiredConfirmations: confirmationsNeeded(shape, { units: quoted.unitsDue, replaceable: false }, policy),
  };
  return ok({ terms }) satisfies Result<object>;
}
