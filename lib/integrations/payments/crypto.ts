import type { CryptoPorts } from "@/lib/domain/billing/ports";
import type { AccountKey, ChainWatcher } from "@/lib/domain/crypto-payments/ports";
import type { CryptoNetwork } from "@/lib/domain/crypto-payments/types";
import { type Env, EnvironmentError } from "@/lib/env";
import { createEsploraWatcher } from "@/lib/integrations/chain/esplora";
import { firstThatAnswers } from "@/lib/integrations/chain/first-that-answers";
import { createTronGridWatcher } from "@/lib/integrations/chain/trongrid";
import { addressDeriver } from "@/lib/integrations/crypto-addresses/address-deriver";
import { createKrakenRates } from "@/lib/integrations/rates/kraken";
import { createMempoolRates } from "@/lib/integrations/rates/mempool";

const WHY = {
  private_key_refused:
    "is a private key. It could spend: give the public key (zpub or xpub) of the account instead",
  test_network_key: "belongs to a test network",
  public_key_invalid: "is no extended public key (zpub or xpub)",
} as const;

/** The account behind a configured key. Throws an EnvironmentError that never repeats the key. */
function readAccount(name: string, network: CryptoNetwork, text: string | null): AccountKey | null {
  if (text === null) return null;
  const read = addressDeriver.readKey(network, text);
  if (!read.ok) throw new EnvironmentError([`${name} ${WHY[read.reason]}`]);
  return read.key;
}

function watcherOf(watchers: ChainWatcher[], variable: string): ChainWatcher {
  const [first, ...others] = watchers;
  if (!first) throw new EnvironmentError([`${variable} names nobody to ask`]);
  return firstThatAnswers(first, ...others);
}

/** What watches chains and tells prices. `now` is business time: the simulated chain lives in it too. */
export function createCrypto(env: Pick<Env, "crypto">, now: () => Date): CryptoPorts {
  const { crypto } = env;
  const keys = {
    BTC: readAccount("BTC_ACCOUNT_KEY", "BTC", crypto.btcAccountKey),
    USDT: readAccount("TRON_ACCOUNT_KEY", "TRC20", crypto.tronAccountKey),
  };
  const watchers = {
    BTC: watcherOf(
      crypto.esploraUrls.map((baseUrl) =>
        createEsploraWatcher({ name: new URL(baseUrl).host, baseUrl, now }),
      ),
      "ESPLORA_URLS",
    ),
    USDT: watcherOf(
      crypto.tronGridUrls.map((baseUrl) =>
        createTronGridWatcher({
          name: new URL(baseUrl).host,
          baseUrl,
          now,
          ...(crypto.tronGridKey ? { apiKey: crypto.tronGridKey } : {}),
        }),
      ),
      "TRONGRID_URLS",
    ),
  };
  return {
    accountKey: (asset) => keys[asset],
    watcher: (asset) => watchers[asset],
    rateSources: [
      createKrakenRates({ baseUrl: crypto.krakenUrl, now }),
      createMempoolRates({ baseUrl: crypto.mempoolPricesUrl, now }),
    ],
    isSimulated: new URL(crypto.krakenUrl).hostname === "127.0.0.1",
  };
}
