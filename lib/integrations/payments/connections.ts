import type { ConnectionSettings } from "@/lib/domain/billing/ports";
import type { Env } from "@/lib/env";

const LOOPBACK = new Set(["127.0.0.1", "localhost"]);

type Described = Pick<Env, "stripe" | "mercadoPago" | "crypto" | "publicUrl" | "given">;

/** What is configured of everybody whom paying asks: names of variables and whether they are there, never a value. */
export function describeConnections(env: Described): ConnectionSettings[] {
  const { stripe, mercadoPago, crypto, publicUrl, given } = env;
  const variable = (isNeeded: boolean) => (name: string) => ({ name, isNeeded, isSet: given.has(name) });
  const variables = (needed: string[], others: string[]) => [
    ...needed.map(variable(true)),
    ...others.map(variable(false)),
  ];
  const mode = (isOn: boolean, urls: readonly (string | null | undefined)[]) => {
    if (!isOn) return "off" as const;
    return urls.some((url) => url && LOOPBACK.has(new URL(url).hostname)) ? "simulator" : "live";
  };
  const hook = (gateway: string) => `${publicUrl.origin}/api/hooks/payments/${gateway}`;
  return [
    {
      name: "stripe",
      mode: mode(stripe !== null, [stripe?.baseUrl]),
      variables: variables(["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRETS"], ["STRIPE_URL"]),
      hookUrl: hook("stripe"),
    },
    {
      name: "mercadopago",
      mode: mode(mercadoPago !== null, [mercadoPago?.baseUrl]),
      variables: variables(
        ["MERCADOPAGO_ACCESS_TOKEN", "MERCADOPAGO_WEBHOOK_SECRETS"],
        ["MERCADOPAGO_COLLECTOR_ID", "MERCADOPAGO_SIGNATURE", "MERCADOPAGO_URL"],
      ),
      hookUrl: hook("mercadopago"),
    },
    {
      name: "bitcoin",
      mode: mode(crypto.btcAccountKey !== null, crypto.esploraUrls),
      variables: variables(["BTC_ACCOUNT_KEY"], ["ESPLORA_URLS"]),
      hookUrl: null,
    },
    {
      name: "tron",
      mode: mode(crypto.tronAccountKey !== null, crypto.tronGridUrls),
      variables: variables(["TRON_ACCOUNT_KEY"], ["TRONGRID_URLS", "TRONGRID_API_KEY"]),
      hookUrl: null,
    },
    {
      name: "kraken",
      mode: mode(true, [crypto.krakenUrl]),
      variables: variables([], ["KRAKEN_URL"]),
      hookUrl: null,
    },
    {
      name: "mempool",
      mode: mode(true, [crypto.mempoolPricesUrl]),
      variables: variables([], ["MEMPOOL_PRICES_URL"]),
      hookUrl: null,
    },
  ];
}
