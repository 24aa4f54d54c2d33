import type { SimulatedPanel } from "./panel";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer gaps are a machine that slept or a clock that was moved: nobody used anything meanwhile. */
const LONGEST_MS = 10 * 60_000;
const GB = 1_000_000_000;
/** Heavy enough to be seen on a chart of days, light enough that a plan lasts its month. */
const LEAST_PER_DAY = 0.4 * GB;
const MOST_PER_DAY = 2.5 * GB;
/** Nobody's use alone takes them over their limit: that is for whoever steers the panel. */
const STOP_AT = 0.7;
const UPLOAD_SHARE = 0.08;

/** FNV-1a, as a number from 0 to 1: the same person always has the same habits. */
function habit(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/** Share of the usual pace at this moment: quiet at night, busy in the evening, in spells of ten minutes. */
function pace(username: string, now: number): number {
  const hour = (now % DAY_MS) / HOUR_MS;
  const ofDay = 1 + 0.8 * Math.sin(((hour - 13) / 24) * 2 * Math.PI);
  const spell = habit(`${username} ${Math.floor(now / LONGEST_MS)}`);
  return spell < 0.4 ? 0 : ofDay * (spell - 0.4) * (1 / 0.18);
}

/** Bytes that this person moved in the last `elapsedMs`. */
export function bytesUsed(username: string, now: number, elapsedMs: number): number {
  const perDay = LEAST_PER_DAY + habit(username) * (MOST_PER_DAY - LEAST_PER_DAY);
  return Math.round((perDay * pace(username, now) * Math.min(elapsedMs, LONGEST_MS)) / DAY_MS);
}

/** Everybody who could connect uses their connection a little, as people do; the panels count it as any other traffic. */
export function useConnections(panels: readonly SimulatedPanel[], now: number, elapsedMs: number): void {
  for (const panel of panels) {
    for (const { username, isActive, usedBytes, limitBytes } of panel.accounts()) {
      if (!isActive || (limitBytes !== null && usedBytes >= limitBytes * STOP_AT)) continue;
      const bytes = bytesUsed(username, now, elapsedMs);
      const upload = Math.round(bytes * UPLOAD_SHARE);
      if (bytes > 0) panel.addTraffic(username, upload, bytes - upload);
    }
  }
}

/** Keeps them at it, in the panels' own time. Returns how to stop. */
export function startDailyUse(
  panels: readonly SimulatedPanel[],
  now: () => number,
  everyMs = 10_000,
): () => void {
  let before = now();
  const timer = setInterval(() => {
    const at = now();
    useConnections(panels, at, Math.max(0, at - before));
    before = at;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
