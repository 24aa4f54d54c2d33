import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

const SATS = 8;

/** An amount of a currency as people read it: money of a country by its rules, an asset with its digits and its name. */
export function chargeText(amount: string, currency: string, locale: string): string {
  if (currency === "BTC" || currency === "USDT") return `${amount} ${currency}`;
  return formatMoney(parseDecimal(amount) ?? 0n, currency, locale);
}

function scaled(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(SATS, "0").slice(0, SATS));
}

/** What is missing of a partly paid crypto invoice, in its asset. */
export function missingOf(invoice: InvoiceView): string {
  const came = invoice.payments
    .filter(({ status }) => status === "DETECTED" || status === "CONFIRMED" || status === "SETTLED")
    .reduce((sum, { amountAsset }) => sum + scaled(amountAsset ?? "0"), 0n);
  const left = scaled(invoice.amountAsset ?? "0") - came;
  const digits = (left > 0n ? left : 0n).toString().padStart(SATS + 1, "0");
  const text = `${digits.slice(0, -SATS)}.${digits.slice(-SATS)}`.replace(/\.?0+$/, "");
  return `${text} ${invoice.asset ?? ""}`.trim();
}
