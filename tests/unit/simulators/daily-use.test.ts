import { describe, expect, it } from "vitest";
import { bytesUsed, useConnections } from "@/lib/simulators/panels/daily-use";
import type { ShownAccount, SimulatedPanel } from "@/lib/simulators/panels/panel";

const DAY_MS = 86_400_000;
const STEP_MS = 60_000;
const START = Date.UTC(2026, 0, 5);

function dayOf(username: string, day: number): number {
  let sum = 0;
  for (let at = 0; at < DAY_MS; at += STEP_MS) sum += bytesUsed(username, START + day * DAY_MS + at, STEP_MS);
  return sum;
}

function panelOf(accounts: ShownAccount[]) {
  const used = new Map<string, number>();
  const panel = {
    accounts: () => accounts,
    addTraffic(username: string, upload: number, download: number) {
      used.set(username, (used.get(username) ?? 0) + upload + download);
      return true;
    },
  } as unknown as SimulatedPanel;
  return { panel, used };
}

const account = (username: string, over: Partial<ShownAccount> = {}): ShownAccount => ({
  username,
  isActive: true,
  usedBytes: 0,
  limitBytes: null,
  expiresAt: null,
  ...over,
});

describe("daily use of simulated panels", () => {
  it("is a believable amount a day, more in the evening than at night, and the same whenever it is asked", () => {
    for (const username of ["sub_1", "sub_2", "sub_77"]) {
      const days = [0, 1, 2].map((day) => dayOf(username, day) / 1e9);
      for (const gigabytes of days) {
        expect(gigabytes).toBeGreaterThan(0.2);
        expect(gigabytes).toBeLessThan(5);
      }
      expect(dayOf(username, 0) / 1e9).toBe(days[0]);
    }
    const between = (from: number, to: number) =>
      Array.from({ length: 40 }, (_, person) =>
        Array.from({ length: (to - from) * 6 }, (_, step) =>
          bytesUsed(`sub_${person}`, START + from * 3_600_000 + step * 600_000, 600_000),
        ),
      )
        .flat()
        .reduce((sum, bytes) => sum + bytes, 0);
    expect(between(17, 21)).toBeGreaterThan(2 * between(5, 9));
  });

  it("counts no time that nobody used: after a sleep or a moved clock ten minutes at most", () => {
    expect(bytesUsed("sub_1", START, 30 * DAY_MS)).toBe(bytesUsed("sub_1", START, 600_000));
  });

  it("leaves alone who may not connect and who is on the way to the limit", () => {
    const { panel, used } = panelOf([
      account("sub_1", { isActive: false }),
      account("sub_2", { usedBytes: 71, limitBytes: 100 }),
      ...Array.from({ length: 20 }, (_, index) => account(`sub_${index + 3}`, { limitBytes: 10 ** 12 })),
    ]);
    useConnections([panel], START + 19 * 3_600_000, 10_000);
    expect([used.has("sub_1"), used.has("sub_2")]).toEqual([false, false]);
    expect(used.size).toBeGreaterThan(5);
  });
});
