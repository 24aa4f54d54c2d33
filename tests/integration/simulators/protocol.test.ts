import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SIMULATED_API_KEY } from "@/lib/simulators/key";
import { type Simulators, startSimulators } from "@/lib/simulators/start";

const START = Date.UTC(2026, 10, 21, 10);
const MAX_INT32 = 2_147_483_647;

let sim: Simulators;
let now = START;

beforeAll(async () => {
  sim = await startSimulators({
    port: 0,
    secret: "a secret of the tests",
    seed: 11,
    now: () => now,
    delay: { minMs: 10_000, maxMs: 10_000 },
  });
});
beforeEach(() => {
  now = START;
  sim.upstream.reset();
});
afterAll(() => sim.close());

const address = (parameters: Record<string, string>) =>
  `${sim.url}/stubs/handler_api.php?${new URLSearchParams(parameters)}`;

/** The protocol answers 200, whatever it has to say. */
async function read(answer: Response): Promise<string> {
  expect(answer.status).toBe(200);
  return answer.text();
}

const ask = async (action: string, parameters: Record<string, string> = {}): Promise<string> =>
  read(await fetch(address({ api_key: SIMULATED_API_KEY, action, ...parameters })));

const askJson = async (action: string, parameters: Record<string, string> = {}) =>
  JSON.parse(await ask(action, parameters)) as unknown;

const buy = async (parameters: Record<string, string> = {}): Promise<string> => {
  const [word, id = ""] = (await ask("getNumber", { service: "wa", country: "73", ...parameters })).split(
    ":",
  );
  expect(word).toBe("ACCESS_NUMBER");
  return id;
};

const setStatus = (id: string, status: string) => ask("setStatus", { id, status });

describe("the transport", () => {
  it("answers in plain text, JSON only where an action says so", async () => {
    const text = await fetch(address({ api_key: SIMULATED_API_KEY, action: "getBalance" }));
    expect(text.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const json = await fetch(address({ api_key: SIMULATED_API_KEY, action: "getPrices" }));
    expect(json.headers.get("content-type")).toContain("application/json");
  });

  it("asks for a key, then for the right one, then for an action", async () => {
    expect(await read(await fetch(address({ action: "getBalance" })))).toBe("NO_KEY");
    expect(await read(await fetch(address({ action: "getBalance", api_key: "" })))).toBe("NO_KEY");
    expect(await read(await fetch(address({ action: "getBalance", api_key: "other" })))).toBe("BAD_KEY");
    expect(await read(await fetch(address({ action: "none", api_key: "other" })))).toBe("BAD_KEY");
    expect(await read(await fetch(address({ api_key: SIMULATED_API_KEY })))).toBe("BAD_ACTION");
  });

  it.each(["getnumber", "constructor", "toString", "__proto__", "hasOwnProperty"])(
    "%s is no action",
    async (action) => {
      expect(await ask(action)).toBe("BAD_ACTION");
    },
  );

  it("takes a form as well as the address, together", async () => {
    const form = new URLSearchParams({ api_key: SIMULATED_API_KEY, country: "73" });
    const url = address({ action: "getNumber", service: "wa" });
    expect(await read(await fetch(url, { method: "POST", body: form }))).toMatch(/^ACCESS_NUMBER:/);
    const all = new URLSearchParams({ api_key: SIMULATED_API_KEY, action: "getBalance" });
    expect(await read(await fetch(address({}), { method: "POST", body: all }))).toBe("ACCESS_BALANCE:999.80");
  });
});

describe("buying", () => {
  it("the old form: id within 32 bits, phone in digits", async () => {
    const answer = await ask("getNumber", { service: "wa", country: "73" });
    const [, id, phone] = /^ACCESS_NUMBER:(\d+):(55\d{11})$/.exec(answer) ?? [];
    expect(Number(id)).toBeLessThanOrEqual(MAX_INT32);
    expect(phone).toBeDefined();
  });

  it("the newer form", async () => {
    expect(await askJson("getNumberV2", { service: "tg", country: "6", operator: "axis" })).toEqual({
      activationId: expect.any(Number),
      phoneNumber: expect.stringMatching(/^62\d+$/),
      activationCost: 0.18,
      currency: 840,
      countryCode: "6",
      canGetAnotherSms: "1",
      activationTime: "2026-11-21 10:00:00",
      activationOperator: "axis",
    });
  });

  it.each([
    [{ service: "zz", country: "73" }, "BAD_SERVICE"],
    [{ service: "constructor", country: "73" }, "BAD_SERVICE"],
    [{ country: "73" }, "BAD_SERVICE"],
    [{ service: "wa", country: "999" }, "BAD_COUNTRY"],
    [{ service: "wa", country: "constructor" }, "BAD_COUNTRY"],
    [{ service: "wa" }, "BAD_COUNTRY"],
    [{ service: "wa", country: "73", maxPrice: "0.1" }, "WRONG_MAX_PRICE:0.20"],
    [{ service: "wa", country: "73", maxPrice: "0.199999" }, "WRONG_MAX_PRICE:0.20"],
    [{ service: "wa", country: "73", maxPrice: "much" }, "WRONG_MAX_PRICE:0.20"],
  ])("%o: %s", async (parameters, answer) => {
    expect(await ask("getNumberV2", parameters as Record<string, string>)).toBe(answer);
    expect(await ask("getNumber", parameters as Record<string, string>)).toBe(answer);
  });

  it("an orderId buys once", async () => {
    await buy({ orderId: "7" });
    expect(await ask("getNumberV2", { service: "wa", country: "73", orderId: "7" })).toBe(
      "ORDER_ALREADY_EXISTS",
    );
    expect(sim.upstream.activations.size).toBe(1);
  });

  it("no money, no number", async () => {
    sim.upstream.balanceMicros = 0n;
    expect(await ask("getNumber", { service: "wa", country: "73" })).toBe("NO_BALANCE");
  });
});

describe("the order of setStatus", () => {
  it("before a text: ready, early, cancelled, and then never again", async () => {
    sim.upstream.setBehaviour("silent");
    const id = await buy();
    expect(await setStatus(id, "1")).toBe("ACCESS_READY");
    expect(await setStatus(id, "3")).toBe("BAD_STATUS");
    expect(await setStatus(id, "6")).toBe("BAD_STATUS");
    expect(await setStatus(id, "8")).toBe("EARLY_CANCEL_DENIED");
    now += 120_000;
    expect(await setStatus(id, "-1")).toBe("ACCESS_CANCEL");
    expect(await setStatus(id, "8")).toBe("BAD_STATUS");
    expect(await ask("getStatus", { id })).toBe("STATUS_CANCEL");
    expect(await ask("getBalance")).toBe("ACCESS_BALANCE:1000.00");
  });

  it("after a text: another, finished, closed", async () => {
    const id = await buy();
    expect(await ask("getStatus", { id })).toBe("STATUS_WAIT_CODE");
    now += 10_000;
    expect(await ask("getStatus", { id })).toMatch(/^STATUS_OK:\d{6}$/);
    expect(await ask("getFullSms", { id })).toMatch(/^FULL_SMS:[\s\S]*WhatsApp/);
    expect(await setStatus(id, "8")).toBe("BAD_STATUS");
    expect(await setStatus(id, "3")).toBe("ACCESS_RETRY_GET");
    expect(await ask("getStatus", { id })).toMatch(/^STATUS_WAIT_RETRY:\d{6}$/);
    expect(await setStatus(id, "6")).toBe("ACCESS_ACTIVATION");
    expect(await setStatus(id, "6")).toBe("BAD_STATUS");
    expect(await ask("getStatusV2", { id })).toBe("STATUS_CANCEL");
    expect(await ask("getBalance")).toBe("ACCESS_BALANCE:999.80");
  });

  it("of nothing", async () => {
    expect(await setStatus("abc", "8")).toBe("WRONG_ACTIVATION_ID");
    expect(await setStatus("1", "8")).toBe("NO_ACTIVATION");
    expect(await setStatus(await buy(), "99")).toBe("BAD_STATUS");
    expect(await ask("getStatus", { id: "1" })).toBe("NO_ACTIVATION");
  });
});

describe("getActiveActivations", () => {
  it("is a text when nothing is live, and a list of what is", async () => {
    expect(await ask("getActiveActivations")).toBe("NO_ACTIVATIONS");
    const id = await buy();
    now += 10_000;
    const row = {
      activationId: id,
      serviceCode: "wa",
      phoneNumber: expect.stringMatching(/^55\d+$/),
      activationCost: 0.2,
      activationStatus: "2",
      smsCode: [expect.stringMatching(/^\d{6}$/)],
      smsText: [expect.any(String)],
      activationTime: "2026-11-21 10:00:00",
      countryCode: "73",
      countryName: "Brazil",
      canGetAnotherSms: "1",
      currency: 840,
    };
    // Clients look for the list under either name.
    expect(await askJson("getActiveActivations")).toEqual({
      status: "success",
      activeActivations: [row],
      data: [row],
    });
  });

  it("pages by start and limit", async () => {
    const ids = [await buy(), await buy(), await buy()];
    const page = (await askJson("getActiveActivations", { start: "1", limit: "1" })) as {
      activeActivations: { activationId: string }[];
    };
    expect(page.activeActivations.map((row) => row.activationId)).toEqual([ids[1]]);
  });
});

describe("getHistory", () => {
  const historyOf = (parameters: Record<string, string> = {}) =>
    askJson("getHistory", parameters) as Promise<{ id: number; cost: number; status: string }[]>;

  it("is newest first; what lives has cost nothing yet", async () => {
    const first = await buy();
    now += 10_000;
    await ask("getStatus", { id: first });
    await setStatus(first, "6");
    const second = await buy();
    expect(await historyOf()).toMatchObject([
      { id: Number(second), cost: 0, status: "4", sms: null },
      { id: Number(first), cost: 0.2, status: "6", sms: expect.stringContaining("WhatsApp") },
    ]);
    expect(await historyOf({ limit: "1", offset: "1" })).toMatchObject([{ id: Number(first) }]);
    expect(await historyOf({ start: String(START / 1_000 + 1) })).toMatchObject([{ id: Number(second) }]);
    expect(await historyOf({ end: String(START / 1_000) })).toMatchObject([{ id: Number(first) }]);
  });

  it.each([{ start: "soon" }, { end: "-1" }, { start: "2", end: "1" }])("%o is no time", async (times) => {
    expect(await ask("getHistory", times as Record<string, string>)).toBe("WRONG_DATE");
  });
});
