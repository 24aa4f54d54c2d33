import { parseUnits, unitsToDecimal } from "@/lib/domain/crypto-payments/asset-amount";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** What a simulated chain could pay now: the newest crypto invoices that wait. The amount is of the asset, and what a part leaves. */
export async function listWaitingCrypto(
  { db }: Pick<KernelDeps, "db">,
  limit: number,
): Promise<{ number: number; address: string; amount: string; asset: "BTC" | "USDT" }[]> {
  const rows = await db.invoice.findMany({
    where: { gateway: "CRYPTO", status: "PENDING" },
    select: {
      number: true,
      address: true,
      amountAsset: true,
      asset: true,
      payments: {
        where: { status: { in: ["DETECTED", "CONFIRMED", "SETTLED"] } },
        select: { amountAsset: true },
      },
    },
    orderBy: { number: "desc" },
    take: limit,
  });
  return rows.flatMap(({ number, address, amountAsset, asset, payments }) => {
    if (!address || !amountAsset || !asset) return [];
    const units = (amount: typeof amountAsset | null) =>
      amount === null ? 0n : (parseUnits(asset, plainDecimal(amount)) ?? 0n);
    const came = payments.reduce((sum, payment) => sum + units(payment.amountAsset), 0n);
    const missing = units(amountAsset) - came;
    return missing > 0n ? [{ number, address, asset, amount: unitsToDecimal(asset, missing) }] : [];
  });
}
