export interface Counters {
  uploadBytes: bigint;
  downloadBytes: bigint;
}

export interface LastReading extends Counters {
  epoch: string;
  seq: bigint;
}

export interface BookedDifference extends Counters {
  epoch: string;
  seq: bigint;
}

const grown = (now: bigint, before: bigint) => (now > before ? now - before : 0n);

/**
 * What is new in a cumulative reading. In another epoch the counters began at zero, so that all of it is new. A counter that
 * went back within its epoch adds nothing: it grows again from where it was. Null when there is nothing to book.
 */
export function usageDifference(
  last: LastReading | null,
  epoch: string,
  now: Counters,
): BookedDifference | null {
  const base = last?.epoch === epoch ? last : { uploadBytes: 0n, downloadBytes: 0n };
  const uploadBytes = grown(now.uploadBytes, base.uploadBytes);
  const downloadBytes = grown(now.downloadBytes, base.downloadBytes);
  if (uploadBytes + downloadBytes === 0n) return null;
  return { epoch, seq: last?.epoch === epoch ? last.seq + 1n : 1n, uploadBytes, downloadBytes };
}
