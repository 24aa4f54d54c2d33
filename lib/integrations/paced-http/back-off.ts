const FIRST_MS = 5_000;
const LONGEST_MS = 300_000;
const LONGEST_ASKED_MS = 3_600_000;

/** "120" or an HTTP date as milliseconds from now, at most an hour. Null where there is none. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (!header) return null;
  const text = header.trim();
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_ASKED_MS);
}

export interface BackOff {
  /** Before this nothing is asked, in milliseconds of the real clock; 0 when all is well. */
  until(): number;
  succeeded(): void;
  /** 5, 10, 20 … seconds, at most five minutes; longer where the far side asks for it. */
  failed(nowMs: number, askedMs: number | null): void;
}

/** How long to leave a source alone after it refused or failed. */
export function createBackOff(): BackOff {
  let failures = 0;
  let until = 0;
  return {
    until: () => until,
    succeeded() {
      failures = 0;
      until = 0;
    },
    failed(nowMs, askedMs) {
      // Questions that were on their way together fail together: that is one failure.
      if (nowMs >= until) failures += 1;
      const wait = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
      until = Math.max(until, nowMs + Math.max(wait, askedMs ?? 0));
    },
  };
}
