import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PanelAccount, PanelErrorKind, PanelResult } from "@/lib/domain/vpn/types";
import { newAccount, type PanelWorld } from "./contract-world";

const LONGEST_MS = 8_000;
const LARGE = 5_497_558_138_881n;

function fine<T extends object>(result: PanelResult<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.text}`);
  return result;
}

interface Counted {
  epoch: string;
  uploadBytes: bigint;
  downloadBytes: bigint;
}

/** What the product would book: all of it in another epoch, else what has grown since. */
function bookedBetween(before: Counted, after: Counted): bigint {
  const base = before.epoch === after.epoch ? before : { uploadBytes: 0n, downloadBytes: 0n };
  const grown = (now: bigint, then: bigint) => (now > then ? now - then : 0n);
  return grown(after.uploadBytes, base.uploadBytes) + grown(after.downloadBytes, base.downloadBytes);
}

/** What every adapter has to do against its simulator, whatever panel it speaks to. */
export function panelContract(name: string, open: () => Promise<PanelWorld>): void {
  describe(name, () => {
    let world: PanelWorld;
    const account = (over: Partial<PanelAccount> = {}) => newAccount(world.inbounds, over);

    beforeAll(async () => {
      world = await open();
    });
    afterAll(async () => {
      await world.close();
    });
    afterEach(() => {
      world.heal();
    });

    async function statesOf(username: string) {
      const { accounts } = fine(await world.adapter.listAccounts());
      return accounts.filter((one) => one.username === username).map(({ isActive }) => isActive);
    }

    async function readingOf(username: string) {
      const { epoch, readings } = fine(await world.adapter.readUsage());
      const found = readings.filter((reading) => reading.username === username);
      expect(found.length).toBeLessThanOrEqual(1);
      return { epoch, uploadBytes: 0n, downloadBytes: 0n, ...found[0] };
    }

    function expectRefused(result: PanelResult<object>, ...kinds: PanelErrorKind[]) {
      expect(result.ok).toBe(false);
      if (result.ok) return;
      expect(kinds).toContain(result.error.kind);
      expect(result.error.text.trim()).not.toBe("");
      expect(result.error.text.length).toBeLessThanOrEqual(300);
      for (const secret of world.secrets) expect(result.error.text).not.toContain(secret);
    }

    test("a probe reads the version", async () => {
      const probe = fine(await world.adapter.probe());
      expect(probe.version).toMatch(world.version);
      expect(probe).toMatchObject({ isKnown: true, remark: "" });
    });

    test("an account is added; adding it again changes nothing", async () => {
      const one = account();
      const first = fine(await world.adapter.ensureAccount(one));
      const second = fine(await world.adapter.ensureAccount(one));
      const third = fine(await world.adapter.ensureAccount({ ...one, remoteId: first.remoteId }));
      expect(first.remoteId).not.toBe("");
      expect([second.remoteId, third.remoteId]).toEqual([first.remoteId, first.remoteId]);
      expect(await world.letsIn(one)).toBe(true);
    });

    test("accounts are listed with their names; what cannot list says so", async () => {
      const one = account();
      fine(await world.adapter.ensureAccount(one));
      if (world.lists) expect(await statesOf(one.username)).toEqual([true]);
      else expectRefused(await world.adapter.listAccounts(), "validation");
    });

    test("new secrets replace the old ones", async () => {
      const old = account();
      const { remoteId } = fine(await world.adapter.ensureAccount(old));
      const rotated = account({ username: old.username, remoteId });
      fine(await world.adapter.ensureAccount(rotated));
      expect([await world.letsIn(old), await world.letsIn(rotated)]).toEqual([false, true]);
    });

    test("an account that somebody made by hand is taken over", async () => {
      const stranger = account();
      await world.addStranger(stranger);
      const ours = account({ username: stranger.username });
      fine(await world.adapter.ensureAccount(ours));
      expect([await world.letsIn(stranger), await world.letsIn(ours)]).toEqual([false, true]);
    });

    test("a suspended account is let in no more, and again when it is active", async () => {
      const one = account();
      const { remoteId } = fine(await world.adapter.ensureAccount(one));
      const suspended = { ...one, remoteId, isActive: false };
      fine(await world.adapter.ensureAccount(suspended));
      fine(await world.adapter.ensureAccount(suspended));
      expect(await world.letsIn(one)).toBe(false);
      if (world.lists) expect(await statesOf(one.username)).not.toContain(true);
      fine(await world.adapter.ensureAccount({ ...one, remoteId }));
      expect(await world.letsIn(one)).toBe(true);
    });

    test("an account that was never there can be suspended and removed", async () => {
      fine(await world.adapter.ensureAccount(account({ isActive: false })));
      fine(await world.adapter.removeAccount(account()));
      fine(await world.adapter.removeAccount(account({ remoteId: "9f0c" })));
    });

    test("a removed account is gone; removing it again is no error", async () => {
      const one = account();
      const { remoteId } = fine(await world.adapter.ensureAccount(one));
      fine(await world.adapter.removeAccount({ ...one, remoteId }));
      fine(await world.adapter.removeAccount({ ...one, remoteId }));
      expect(await world.letsIn(one)).toBe(false);
      if (world.lists) expect(await statesOf(one.username)).toEqual([]);
    });

    test("an account that somebody removed by hand is made again", async () => {
      const one = account();
      const { remoteId } = fine(await world.adapter.ensureAccount(one));
      await world.forget(one.username);
      fine(await world.adapter.ensureAccount({ ...one, remoteId }));
      expect(await world.letsIn(one)).toBe(true);
    });

    test("many accounts at once", async () => {
      const many = Array.from({ length: 20 }, () => account());
      const results = await Promise.all(many.map((one) => world.adapter.ensureAccount(one)));
      expect(new Set(results.map((result) => fine(result).remoteId)).size).toBe(many.length);
      for (const one of many) expect(await world.letsIn(one)).toBe(true);
    });

    test("counters are cumulative: reading does not reset them", async () => {
      const one = account();
      fine(await world.adapter.ensureAccount(one));
      await world.addTraffic(one.username, 1_000n, LARGE);
      const first = await readingOf(one.username);
      const again = await readingOf(one.username);
      expect(again).toEqual(first);
      expect(first.uploadBytes + first.downloadBytes).toBe(LARGE + 1_000n);
      await world.addTraffic(one.username, 7n, 0n);
      const later = await readingOf(one.username);
      expect(later.epoch).toBe(first.epoch);
      expect(later.uploadBytes + later.downloadBytes).toBe(LARGE + 1_007n);
    });

    test("a suspension, new secrets and a return lose and double no byte", async () => {
      const one = account();
      const { remoteId } = fine(await world.adapter.ensureAccount(one));
      await world.addTraffic(one.username, 100n, 200n);
      const before = await readingOf(one.username);
      fine(await world.adapter.ensureAccount({ ...one, remoteId, isActive: false }));
      const rotated = account({ username: one.username, remoteId });
      fine(await world.adapter.ensureAccount(rotated));
      await world.addTraffic(one.username, 10n, 20n);
      const after = await readingOf(one.username);
      expect(bookedBetween(before, after)).toBe(30n);
    });

    test("a restart loses and doubles no byte that was read, and forgotten accounts come back", async () => {
      const one = account();
      const { remoteId } = fine(await world.adapter.ensureAccount(one));
      await world.addTraffic(one.username, 5_000n, 9_000n);
      const before = await readingOf(one.username);
      await world.restart();
      expect(await world.letsIn(one)).toBe(!world.adapter.capabilities.forgetsOnRestart);
      fine(await world.adapter.ensureAccount({ ...one, remoteId }));
      expect(await world.letsIn(one)).toBe(true);
      await world.addTraffic(one.username, 6_000n, 9_500n);
      const after = await readingOf(one.username);
      expect(bookedBetween(before, after)).toBe(15_500n);
    });

    test("cutting connections says how many, or that nobody can tell", async () => {
      const one = account();
      fine(await world.adapter.ensureAccount(one));
      const { cut } = fine(await world.adapter.cutConnections(one));
      if (!world.adapter.capabilities.cutsConnections) expect(cut).toBeNull();
      fine(await world.adapter.removeAccount(one));
      fine(await world.adapter.cutConnections(one));
    });

    test("a panel that is down is unreachable, and is used again when it is up", async () => {
      const one = account();
      await world.down();
      expectRefused(await world.adapter.probe(), "unreachable");
      expectRefused(await world.adapter.ensureAccount(one), "unreachable");
      expectRefused(await world.adapter.removeAccount(one), "unreachable");
      expectRefused(await world.adapter.readUsage(), "unreachable");
      await world.up();
      fine(await world.adapter.ensureAccount(one));
      expect(await world.letsIn(one)).toBe(true);
    });

    test("a slow panel is given up in time; what it did is found again", async () => {
      const one = account();
      fine(await world.adapter.probe());
      world.slow();
      const began = performance.now();
      const made = await world.adapter.ensureAccount(one);
      if (!made.ok) expectRefused(made, "unreachable");
      expectRefused(await world.adapter.readUsage(), "unreachable");
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      world.heal();
      fine(await world.adapter.ensureAccount(one));
      expect(await world.letsIn(one)).toBe(true);
    });

    test("a wrong key is told as such", async () => {
      if (!world.strangerAdapter) return;
      const one = account();
      expectRefused(await world.strangerAdapter.probe(), "auth");
      expectRefused(await world.strangerAdapter.ensureAccount(one), "auth");
      expectRefused(await world.strangerAdapter.readUsage(), "auth");
      expect(await world.letsIn(one)).toBe(false);
    });

    test("another version is named, with a remark", async () => {
      world.otherVersion();
      const probe = fine(await world.adapter.probe());
      expect(probe.isKnown).toBe(false);
      expect([probe.version, probe.remark]).not.toContain("");
    });

    test("an error inside an answer that looks well is an error", async () => {
      world.errorInside();
      const kinds: PanelErrorKind[] = ["validation", "protocol", "unreachable", "not_found"];
      expectRefused(await world.adapter.ensureAccount(account()), ...kinds);
      expectRefused(await world.adapter.readUsage(), ...kinds);
    });

    test("an answer that nobody understands is told as such", async () => {
      world.garbage();
      expectRefused(await world.adapter.probe(), "protocol");
      expectRefused(await world.adapter.ensureAccount(account()), "protocol");
      expectRefused(await world.adapter.readUsage(), "protocol");
    });

    test("a panel with too many calls is given time", async () => {
      if (!world.throttle) return;
      world.throttle();
      expectRefused(await world.adapter.ensureAccount(account()), "throttled");
    });
  });
}
