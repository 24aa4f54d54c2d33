import { describe, expect, it } from "vitest";
import { gathered } from "@/lib/api/subscription/gathered";
import { type KeptDocument, keepDocuments } from "@/lib/api/subscription/kept-documents";
import type { Channel, Notifications } from "@/lib/db/notifications";

function line() {
  const handlers = new Map<Channel, (payload: string) => void>();
  let resync = () => {};
  const state = { isConnected: true };
  const notifications: Notifications = {
    on(channel, handler) {
      handlers.set(channel, handler);
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
  return {
    notifications,
    state,
    ring: (payload: string) => handlers.get("patchbay_subscriptions")?.(payload),
    resync: () => resync(),
  };
}

const document = (subscriptionId: string, bytes = 10, goodUntil = 1_000): KeptDocument => ({
  subscriptionId,
  etag: '"e"',
  body: "x".repeat(bytes),
  digest: "d",
  headers: [],
  sameHeaders: [],
  goodUntil,
});

describe("kept documents", () => {
  it("end with their time, with a change of theirs, with a change of all and with a lost line", () => {
    const { notifications, ring, resync, state } = line();
    const kept = keepDocuments(notifications);
    const put = () => {
      for (const id of ["a", "b"]) kept.keep(kept.begin(), `${id} base64`, document(id));
    };
    put();
    expect(kept.find("a base64", 999)?.subscriptionId).toBe("a");
    expect(kept.find("a base64", 1_000)).toBeNull();
    put();
    ring("x,a");
    expect([kept.find("a base64", 0), kept.find("b base64", 0)?.subscriptionId]).toEqual([null, "b"]);
    put();
    ring("*");
    expect(kept.size()).toBe(0);
    put();
    state.isConnected = false;
    expect(kept.find("a base64", 0)).toBeNull();
    state.isConnected = true;
    resync();
    expect(kept.size()).toBe(0);
  });

  it("what changed while it was made is not kept", () => {
    const { notifications, ring, state } = line();
    const kept = keepDocuments(notifications);
    const [one, other, all] = [kept.begin(), kept.begin(), kept.begin()];
    ring("a");
    kept.keep(one, "a", document("a"));
    kept.keep(other, "b", document("b"));
    ring("*");
    kept.keep(all, "c", document("c"));
    expect(kept.size()).toBe(0);
    state.isConnected = false;
    const away = kept.begin();
    state.isConnected = true;
    kept.keep(away, "d", document("d"));
    expect(kept.find("d", 0)).toBeNull();
  });

  it("are bounded by number and by bytes; what was asked for longest ago goes first", () => {
    const { notifications, ring } = line();
    const kept = keepDocuments(notifications, { documents: 3, bytes: 100_000 });
    for (const id of ["a", "b", "c"]) kept.keep(kept.begin(), id, document(id));
    kept.find("a", 0);
    kept.keep(kept.begin(), "d", document("d"));
    expect(["a", "b", "c", "d"].filter((id) => kept.find(id, 0))).toEqual(["a", "c", "d"]);
    kept.keep(kept.begin(), "e", document("e", 97_000));
    expect(["c", "d", "e"].filter((id) => kept.find(id, 0))).toEqual(["e"]);
    ring("e");
    kept.keep(kept.begin(), "f", document("f", 97_000));
    expect(kept.size()).toBe(1);
  });
});

describe("questions", () => {
  it("are asked together, a few at a time, each key once", async () => {
    const asked: string[][] = [];
    let answer = () => {};
    const gate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const ask = gathered(
      async (keys) => {
        asked.push(keys);
        await gate;
        return new Map(keys.filter((key) => key !== "nobody").map((key) => [key, key.toUpperCase()]));
      },
      { questions: 1, keysEach: 2 },
    );
    const answers = Promise.all(["a", "a", "b", "nobody", "c"].map(ask));
    answer();
    expect(await answers).toEqual(["A", "A", "B", null, "C"]);
    expect(asked).toEqual([["a"], ["b", "nobody"], ["c"]]);
  });

  it("a failed one fails for those alone who waited for it", async () => {
    let isBroken = true;
    const ask = gathered(
      async (keys) => {
        if (isBroken) throw new Error("away");
        return new Map(keys.map((key) => [key, key]));
      },
      { questions: 1, keysEach: 9 },
    );
    await expect(ask("a")).rejects.toThrow("away");
    isBroken = false;
    expect(await ask("a")).toBe("a");
  });
});
