/** Fewer orders than this say nothing. */
const MIN_SAMPLE = 5;

export interface Sample {
  sampleSize: number;
  withCode: number;
  medianWaitSeconds: number | null;
}

/** What may be said about finished orders: nothing under five of them. */
export function describeSample({ sampleSize, withCode, medianWaitSeconds }: Sample): {
  successRate: number | null;
  medianWaitSeconds: number | null;
} {
  if (sampleSize < MIN_SAMPLE) return { successRate: null, medianWaitSeconds: null };
  return { successRate: withCode / sampleSize, medianWaitSeconds: withCode > 0 ? medianWaitSeconds : null };
}
