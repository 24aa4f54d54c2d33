/** Decimals of what the chains carry: satoshi of BTC, the token's own of USDT, sun of TRX. */
export const DECIMALS = { BTC: 8, USDT: 6, TRX: 6 } as const;
export type Asset = keyof typeof DECIMALS;

/** "0.0012" in the asset's smallest unit; null when it is no positive number of that many decimals. */
export function parseAmount(text: string, asset: Asset): bigint | null {
  const [, whole = "", fraction = ""] = /^(\d{1,9})(?:\.(\d{1,8}))?$/.exec(text.trim()) ?? [];
  if (!whole || fraction.length > DECIMALS[asset]) return null;
  const units = BigInt(whole + fraction.padEnd(DECIMALS[asset], "0"));
  return units > 0n ? units : null;
}

/** Smallest units as a decimal without needless zeros: "0.0012". */
export function writeAmount(units: bigint, asset: Asset): string {
  const digits = units.toString().padStart(DECIMALS[asset] + 1, "0");
  const fraction = digits.slice(-DECIMALS[asset]).replace(/0+$/, "");
  const whole = digits.slice(0, -DECIMALS[asset]);
  return fraction ? `${whole}.${fraction}` : whole;
}

/** An amount in so many parts; the last one carries what does not divide. */
export function splitAmount(units: bigint, parts: number): bigint[] {
  const each = units / BigInt(parts);
  return Array.from({ length: parts }, (_, index) =>
    index === parts - 1 ? units - each * BigInt(parts - 1) : each,
  );
}
