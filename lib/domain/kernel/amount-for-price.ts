interface Bounds {
  /** Micro-units of USD. */
  minimumMicros: bigint;
  maximumMicros: bigint;
}

/**
 * What is brought in by a way of paying to pay a price, in micro-units: the price itself, or the least that the way takes
 * where that is at most half as much again; the rest stays in the wallet. Null where the way does not fit the price.
 */
export function amountForPrice(priceMicros: bigint, { minimumMicros, maximumMicros }: Bounds): bigint | null {
  if (priceMicros <= 0n || priceMicros > maximumMicros) return null;
  if (priceMicros >= minimumMicros) return priceMicros;
  return minimumMicros <= maximumMicros && minimumMicros * 2n <= priceMicros * 3n ? minimumMicros : null;
}
