/** Upper bounds in seconds of the histogram of first waits; the last bucket, after these, has none. */
export const WAIT_BOUNDS = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1_200] as const;

export const WAIT_BUCKETS = WAIT_BOUNDS.length + 1;

/** Adds histograms of the same bounds. */
export function addWaits(histograms: readonly (readonly number[])[]): number[] {
  return Array.from({ length: WAIT_BUCKETS }, (_, bucket) =>
    histograms.reduce((sum, histogram) => sum + (histogram[bucket] ?? 0), 0),
  );
}

/**
 * The wait in seconds that half of the codes came within, as near as the buckets tell (evenly spread inside one); null
 * when none came. Beyond the last bound the bound itself is told.
 */
export function medianWait(histogram: readonly number[]): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let before = 0;
  for (const [bucket, count] of histogram.entries()) {
    if (count > 0 && before + count >= total / 2) {
      const from = bucket === 0 ? 0 : (WAIT_BOUNDS[bucket - 1] ?? 0);
      const to = WAIT_BOUNDS[bucket] ?? from;
      return Math.round(from + (to - from) * ((total / 2 - before) / count));
    }
    before += count;
  }
  return null;
}
