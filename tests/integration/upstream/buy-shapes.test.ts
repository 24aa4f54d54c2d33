import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { BuyAnswer } from "@/lib/domain/supply/ports";
import { createSmsActivateProvider } from "@/lib/integrations/sms/sms-activate/provider";
import { order, SCRIPTED_KEY, type Script, withScripted } from "./upstream-fixture";

const bought = { activationId: 635468024, phoneNumber: "79584123456", activationCost: 12.5 };

const buyFrom = (script: Script): Promise<BuyAnswer> =>
  withScripted(script, ({ provider }) => provider.buy(order()));

const failing =
  (status: number, body: string): Script =>
  (_, response) => {
    response.writeHead(status).end(body);
  };

describe("what upstreams answer to a purchase", () => {
  it("asks with the cap as a decimal, our number as orderId, and the operator only when one is wanted", () =>
    withScripted(
      () => "NO_NUMBERS",
      async ({ provider, asked }) => {
        await provider.buy(order({ orderNumber: 42, operator: "mtt", maxCostMicros: 185_000n }));
        await provider.buy(order({ orderNumber: 43, maxCostMicros: 1_000_000n }));
        expect(asked.map((parameters) => Object.fromEntries(parameters))).toEqual([
          {
            api_key: SCRIPTED_KEY,
            action: "getNumberV2",
            service: "wa",
            country: "73",
            maxPrice: "0.185",
            orderId: "42",
            operator: "mtt",
          },
          expect.objectContaining({ maxPrice: "1.00", orderId: "43" }),
        ]);
        expect(asked[1]?.has("operator")).toBe(false);
      },
    ));

  it.each([
    ["numbers as numbers", { ...bought, phoneNumber: 79584123456 }],
    ["numbers as text", { ...bought, activationId: "635468024", activationCost: "12.50" }],
    ["a plus before the phone", { ...bought, phoneNumber: "+79584123456" }],
    ["fields that we do not know", { ...bought, activationOperator: null, subtype: 1, extra: {} }],
  ])("reads %s", async (_, answer) => {
    expect(await buyFrom(() => answer)).toEqual({
      kind: "bought",
      upstreamOrderId: "635468024",
      phoneE164: "+79584123456",
      costMicros: 12_500_000n,
      operator: undefined,
    });
  });

  it("rounds a price finer than a micro-unit up, also one written with an exponent", async () => {
    const cost = async (activationCost: unknown) => {
      const answer = await buyFrom(() => ({ ...bought, activationCost }));
      return answer.kind === "bought" ? answer.costMicros : answer;
    };
    expect(await cost(0.1 + 0.2)).toBe(300_001n);
    expect(await cost("0.1000001")).toBe(100_001n);
    expect(await cost(1e-7)).toBe(1n);
  });

  it("takes the older action where the newer is not offered; its price is the cap", () =>
    withScripted(
      (parameters) =>
        parameters.get("action") === "getNumber" ? "ACCESS_NUMBER:635468024:79584123456" : "BAD_ACTION",
      async ({ provider, asked }) => {
        expect(await provider.buy(order())).toEqual({
          kind: "bought",
          upstreamOrderId: "635468024",
          phoneE164: "+79584123456",
          costMicros: 350_000n,
        });
        expect(asked.at(1)?.has("orderId")).toBe(false);
      },
    ));

  it("an upstream that offers neither action refuses", async () => {
    expect(await buyFrom(() => "BAD_ACTION")).toMatchObject({ kind: "refused", retryable: false });
  });

  it.each([
    ["a price that is no amount", { ...bought, activationCost: "free" }],
    ["a negative price", { ...bought, activationCost: -1 }],
    ["a number without an id", { phoneNumber: "79584123456", activationCost: 1 }],
    ["an id that is no number", { ...bought, activationId: "12ab" }],
    ["a JSON error", { status: "error", message: "Internal" }],
    ["an empty answer", ""],
    ["JSON null", "null"],
    ["the old form cut short", "ACCESS_NUMBER:635468024"],
    ["a word that nobody knows", "COME_BACK_LATER"],
  ])("%s is unknown", async (_, answer) => {
    expect(await buyFrom(() => answer)).toMatchObject({ kind: "unknown" });
  });

  it.each([
    [429, "Too Many Requests"],
    [502, "<html>Bad Gateway</html>"],
    [204, ""],
  ])("HTTP %i is unknown", async (status, body) => {
    expect(await buyFrom(failing(status, body))).toEqual({
      kind: "unknown",
      error: `not understood (HTTP ${status})`,
    });
  });

  it("a redirect is not followed: the key stays here", async () => {
    await withScripted(
      () => bought,
      async (elsewhere) => {
        const answer = await buyFrom((_, response) => {
          response.writeHead(302, { location: `${elsewhere.url}/?moved` }).end();
        });
        expect(answer).toMatchObject({ kind: "unknown" });
        expect(elsewhere.asked).toEqual([]);
      },
    );
  });

  it("an answer over 1 MB is cut off and unknown, however long it would go on", async () => {
    let closed = false;
    const chunk = " ".repeat(64 * 1024);
    const answer = await buyFrom((_, response) => {
      response.on("close", () => {
        closed = true;
      });
      const pump = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once("drain", pump);
      };
      pump();
    });
    expect(answer).toMatchObject({ kind: "unknown" });
    await expect.poll(() => closed).toBe(true);
  });

  it("an answer that starts and then stalls ends at the limit", () =>
    withScripted(
      (_, response) => {
        response.write('{"activationId":');
      },
      async ({ url }) => {
        const provider = createSmsActivateProvider({ baseUrl: url, apiKey: SCRIPTED_KEY, buyTimeoutMs: 150 });
        expect(await provider.buy(order())).toEqual({ kind: "unknown", error: "getNumberV2: TimeoutError" });
      },
    ));

  it("ends at the limit also when the garbage is collected meanwhile: fetch alone would forget the limit", () =>
    withScripted(
      (_, response) => {
        response.write('{"activationId":');
      },
      async ({ url }) => {
        setFlagsFromString("--expose-gc");
        const collectGarbage: () => void = runInNewContext("gc");
        const collecting = setInterval(collectGarbage, 10);
        const provider = createSmsActivateProvider({ baseUrl: url, apiKey: SCRIPTED_KEY, buyTimeoutMs: 150 });
        const answer = await provider.buy(order());
        clearInterval(collecting);
        expect(answer).toEqual({ kind: "unknown", error: "getNumberV2: TimeoutError" });
      },
    ));
});
