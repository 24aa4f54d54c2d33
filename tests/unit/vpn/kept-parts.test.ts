import { describe, expect, it } from "vitest";
import { keepParts } from "@/lib/api/subscription/kept-parts";
import type { Notifications } from "@/lib/db/notifications";

function shared() {
  let ring: (payload: string) => void = () => {};
  let resync = () => {};
  const state = { isConnected: true, value: "old", now: 0 };
  const asked: string[][] = [];
  const notifications: Notifications = {
    on(_channel, handler) {
      ring = handler;
      return () => {};
    },
    onResync(handler) {
      resync = handler;
      return () => {};
    },
    ready: async () => {},
    isConnected: () => state.isConnected,
    close: async () => {},
  };
  async function readAll(ids: readonly string[]) {
    asked.push([...ids]);
    const { value } = state;
    await Promise.resolve();
    return new Map(ids.map((id) => [id, value]));
  }
  const read = keepParts(notifications, readAll, { now: () => state.now, forMs: 1_000 });
  return { state, asked, read, ring: (payload: string) => ring(payload), resync: () => resync() };
}

describe("what many documents share", () => {
  it("is read once for each, and together with what was known", async () => {
    const { asked, read } = shared();
    await read(["a"]);
    await read(["a"]);
    await read(["b", "a"]);
    await read(["b"]);
    expect(asked).toEqual([["a"], ["a", "b"]]);
  });

  it("is read anew after a bell for all and after a lost line, and each time while there is none", async () => {
    const { state, asked, read, ring, resync } = shared();
    const now = async () => (await read(["a"])).get("a");
    expect(await now()).toBe("old");
    state.value = "new";
    ring("one subscription");
    expect(await now()).toBe("old");
    ring("*");
    expect(await now()).toBe("new");
    state.value = "newer";
    resync();
    expect(await now()).toBe("newer");
    state.isConnected = false;
    state.value = "newest";
    expect([await now(), await now()]).toEqual(["newest", "newest"]);
    expect(asked).toHaveLength(5);
  });

  it("is read anew after a while that nobody rang in", async () => {
    const { state, asked, read } = shared();
    await read(["a"]);
    state.now = 999;
    await read(["a"]);
    expect(asked).toHaveLength(1);
    state.now = 1_000;
    await read(["a"]);
    expect(asked).toHaveLength(2);
  });

  it("is not kept when a bell rang while it was read", async () => {
    const { state, read, ring } = shared();
    const reading = read(["a"]);
    state.value = "new";
    ring("*");
    expect((await reading).get("a")).toBe("old");
    expect((await read(["a"])).get("a")).toBe("new");
  });
});
