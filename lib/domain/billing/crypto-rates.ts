import type { Db, Tx } from "@/lib/db/client";
import { parseRate } from "@/lib/domain/crypto-payments/asset-amount";
import type { CryptoAsset, RateAnswer } from "@/lib/domain/crypto-payments/types";

/** The newest that each source said of an asset in dollars. */
export async function latestReadings(db: Db | Tx, asset: CryptoAsset): Promise<RateAnswer[]> {
  const rows = await db.$queryRaw<{ source: string; rate: string; quoted_at: Date }[]>`
    SELECT DISTINCT ON (source) source, rate::text AS rate, quoted_at FROM rate_readings
    WHERE pair = ${`${asset}/USD`} AND fetched_at > app_now() - interval '1 hour'
    ORDER BY source, fetched_at DESC`;
  return rows.map(({ source, rate, quoted_at }): RateAnswer => {
    const read = parseRate(rate);
    return read === null
      ? { kind: "unavailable", source, error: "unreadable", retryAt: null }
      : { kind: "ok", reading: { source, rate: read, observedAt: quoted_at } };
  });
}
