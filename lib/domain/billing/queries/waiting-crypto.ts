import { plainDecimal } from "@/lib/domain/kernel/charge";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** What a simulated chain could pay now: the newest crypto invoices that wait. The amount is of the asset. */
export async function listWaitingCrypto(
  { db }: Pick<KernelDeps, "db">,
  limit: number,
): Promise<{ number: number; address: string; amount: string; asset: "BTC" | "USDT" }[]> {
  const rows = await db.invoice.findMany({
    where: { gateway: "CRYPTO", status: "PENDING" },
    select: { number: true, address: true, amountAsset: true, asset: true },
    orderBy: { number: "desc" },
    take: limit,
  });
  return rows.flatMap(({ number, address, amountAsset, asset }) =>
    address && amountAsset && asset ? [{ number, address, asset, amount: plainDecimal(amountAsset) }] : [],
  );
}
