import { numberFormat } from "@/lib/format/number-format";

/** Beside which of the two currencies the one stands. */
export interface RateWords {
  rate: string;
  isInverse: boolean;
}

const LATIN = "u-nu-latn";

/**
 * A rate as people say it: what one unit is worth in dollars, "0.185185185185" -> 5.40 for one dollar. For the eye alone:
 * amounts are computed from the rate itself.
 */
export function rateText(unitInUsd: string, locale: string): RateWords {
  const rate = Number(unitInUsd);
  const isInverse = rate > 0 && rate < 0.9;
  const format = numberFormat(`${locale}-${LATIN}`, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return { rate: format.format(isInverse ? 1 / rate : rate), isInverse };
}
