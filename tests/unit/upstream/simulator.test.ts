import { beforeEach, describe, expect, it } from "vitest";
import { type Activation, SmsUpstream, type UpstreamOptions } from "@/lib/simulators/sms-upstream/upstream";

const START = Date.UTC(2026, 10, 21, 10);
const BALANCE = 1_000_000_000n;
const COST = 200_000n;

let now = START;
beforeEach(() => {
  now = START;
});

const open = (options: Partial<UpstreamOptions> = {}) =>
  new SmsUpstream({
    apiKey: "key",
    seed: 1,
    now: () => now,
    delay: { minMs: 5_000, maxMs: 5_000 },
    ...options,
  });

type Behaviour = Activation["behaviour"];

function buy(upstream: SmsUpstream, behaviour: Behaviour = "deliver", country = "73"): Activation {
  const activation = upstream.buy({ service: "wa", country, operator: null, orderId: null, behaviour });
  if (!activation) throw new Error("no number left");
  return activation;
}

const pass = (seconds: number) => {
  now += seconds * 1_000;
};

describe("the simulated upstream's window", () => {
  it("delivers when it is due, not before", () => {
    const upstream = open();
    const activation = buy(upstream);
    pass(4);
    expect(upstream.settle(activation)).toMatchObject({ status: "4", messages: [] });
    pass(1);
    expect(upstream.settle(activation)).toMatchObject({ status: "2", messages: { length: 1 } });
  });

  it("a second text comes by itself where two were planned", () => {
    const upstream = open();
    const activation = buy(upstream, "two");
    pass(5);
    expect(upstream.settle(activation).messages).toHaveLength(1);
    pass(4);
    expect(upstream.settle(activation).messages).toHaveLength(2);
  });

  it("without a text, the money is back when the window is over, once", () => {
    const upstream = open();
    const activation = buy(upstream, "silent");
    expect(upstream.balanceMicros).toBe(BALANCE - COST);
    pass(1_200);
    expect(upstream.settle(activation).status).toBe("4");
    pass(1);
    for (let look = 0; look < 3; look += 1) expect(upstream.settle(activation).status).toBe("10");
    expect(upstream.balanceMicros).toBe(BALANCE);
  });

  it("with a text, the end of the window is a success and keeps the money", () => {
    const upstream = open();
    const activation = buy(upstream);
    pass(1_201);
    expect(upstream.settle(activation)).toMatchObject({ status: "6", messages: { length: 1 } });
    expect(upstream.balanceMicros).toBe(BALANCE - COST);
  });

  it("a late text is too late", () => {
    const upstream = open();
    const activation = buy(upstream, "late");
    pass(3_600);
    expect(upstream.settle(activation)).toMatchObject({ status: "10", messages: [] });
  });

  it("cancels from the second minute on, and pays back once", () => {
    const upstream = open();
    const activation = buy(upstream, "silent");
    pass(119.999);
    expect(upstream.cancel(activation)).toBe("EARLY_CANCEL_DENIED");
    pass(0.001);
    expect(upstream.cancel(activation)).toBe("ACCESS_CANCEL");
    expect(upstream.cancel(activation)).toBe("BAD_STATUS");
    pass(1_200);
    expect(upstream.settle(activation).status).toBe("8");
    expect(upstream.balanceMicros).toBe(BALANCE);
  });

  it("its code can come just as it is cancelled: the code stays, and so does the price", () => {
    const upstream = open();
    const activation = buy(upstream, "code-at-cancel");
    pass(1_000);
    expect(upstream.settle(activation)).toMatchObject({ status: "4", messages: [] });
    expect(upstream.cancel(activation)).toBe("BAD_STATUS");
    expect(activation).toMatchObject({ status: "2", messages: { length: 1 } });
    expect(upstream.balanceMicros).toBe(BALANCE - COST);
  });

  it("its own clock can be moved ahead", () => {
    const upstream = open();
    const activation = buy(upstream, "silent");
    upstream.offsetSeconds = 1_201;
    expect(upstream.settle(activation).status).toBe("10");
  });
});

describe("the simulated upstream's stock", () => {
  it("no two live numbers are the same, and a used-up range answers instead of searching for ever", () => {
    const upstream = open();
    const input = {
      service: "wa",
      country: "187",
      operator: null,
      orderId: null,
      behaviour: "silent",
    } as const;
    const phones: string[] = [];
    for (let next = upstream.buy(input); next; next = upstream.buy(input)) phones.push(next.phone);
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.length).toBeGreaterThan(450);
    const paid = BigInt(phones.length) * COST;
    expect(upstream.balanceMicros).toBe(BALANCE - paid);
  });

  it("counts what comes back, and not what was used", () => {
    const upstream = open();
    const full = upstream.countOf("wa", "73");
    const canceled = buy(upstream, "silent");
    buy(upstream);
    buy(upstream, "silent");
    expect(upstream.countOf("wa", "73")).toBe(full - 3);
    pass(120);
    upstream.cancel(canceled);
    expect(upstream.countOf("wa", "73")).toBe(full - 2);
    pass(1_200);
    upstream.live();
    expect(upstream.countOf("wa", "73")).toBe(full - 1);
  });

  it("a number that brought its code is not sold for that service again, but for another", () => {
    const upstream = open();
    const used = new Set<string>();
    for (let round = 0; round < 300; round += 1) {
      const activation = buy(upstream, "deliver", "187");
      expect(used).not.toContain(activation.phone);
      upstream.deliver(activation);
      upstream.finish(activation);
      used.add(activation.phone);
    }
    const input = { service: "tg", country: "187", operator: null, orderId: null } as const;
    const others = Array.from({ length: 100 }, () => upstream.buy({ ...input, behaviour: "silent" })?.phone);
    expect(others.some((phone) => used.has(phone ?? ""))).toBe(true);
  });

  it("keeps what lives and forgets the oldest that ended", () => {
    const upstream = open();
    const first = buy(upstream, "silent");
    pass(1_201);
    upstream.settle(first);
    for (let count = 0; count < 2_000; count += 1) buy(upstream, "silent");
    expect(upstream.activations.has(first.id)).toBe(false);
    expect(upstream.live()).toHaveLength(2_000);
  });
});

describe("a seeded run", () => {
  const story = (seed: number) => {
    now = START;
    const upstream = open({ seed, delay: { minMs: 1_000, maxMs: 9_000 } });
    for (const country of ["73", "187", "16", "6"]) buy(upstream, "two", country);
    for (const wrong of ["73", "16"]) buy(upstream, "wrong-sender", wrong);
    pass(60);
    return upstream.live().map(({ id, phone, operator, messages }) => ({ id, phone, operator, messages }));
  };

  it("repeats, and another seed tells another story", () => {
    expect(story(42)).toEqual(story(42));
    expect(story(42)).not.toEqual(story(43));
  });

  it("without a seed, a process that starts again names other ids", () => {
    const first = () => buy(open({ seed: undefined })).id;
    const ids = Array.from({ length: 20 }, first);
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(id).toBeLessThan(2 ** 31 - 10_000_000);
  });

  it("writes the code that it names into each text", () => {
    const latin = (text: string) =>
      text
        .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
        .replace(/(?<=\d)[ -](?=\d)/g, "");
    for (let seed = 0; seed < 50; seed += 1) {
      for (const { messages } of story(seed)) {
        for (const { text, code } of messages) expect(latin(text)).toContain(code);
      }
    }
  });

  it("the text of a wrong sender names another brand", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      for (const { messages } of story(seed).slice(-2)) expect(messages[0]?.text).not.toContain("WhatsApp");
    }
  });
});
