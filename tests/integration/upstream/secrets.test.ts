import { describe, expect, it } from "vitest";
import type { SmsProvider } from "@/lib/domain/supply/ports";
import { createSmsActivateProvider } from "@/lib/integrations/sms/sms-activate/provider";
import { order, SCRIPTED_KEY, type Script, startScripted, withScripted } from "./upstream-fixture";

/** Everything that the adapter can be asked. */
const askAll = (provider: SmsProvider): Promise<unknown[]> =>
  Promise.all([
    provider.buy(order()),
    provider.listActive(),
    provider.getState("1"),
    provider.requestAnother("1"),
    provider.finish("1"),
    provider.cancel("1"),
    provider.balance(),
    provider.catalog(),
  ]);

/** BigInt has no JSON form. */
const written = (answers: unknown[]) =>
  JSON.stringify(answers, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

const troubles: Record<string, Script> = {
  "an error page that repeats the question": (parameters, response) => {
    response.writeHead(500).end(`cannot GET ?${parameters}`);
  },
  "a refusal that repeats the key": (parameters) => `BAD_KEY:${parameters.get("api_key")}`,
  "a redirect": (parameters, response) => {
    response.writeHead(301, { location: `https://elsewhere.invalid/?${parameters}` }).end();
  },
  "a dropped connection": (_, response) => {
    response.destroy();
  },
};

describe("the key in what goes wrong", () => {
  it.each(Object.entries(troubles))("%s never shows it", (_, script) =>
    withScripted(script, async ({ provider }) => {
      expect(written(await askAll(provider))).not.toContain(SCRIPTED_KEY);
    }),
  );

  it("nor does an address that refuses, nor one that fetch() will not take", async () => {
    const { url, close } = await startScripted(() => "");
    await close();
    for (const baseUrl of [url, url.replace("//", "//user:password@")]) {
      const provider = createSmsActivateProvider({ baseUrl, apiKey: SCRIPTED_KEY });
      const text = written(await askAll(provider));
      expect(text).not.toContain(SCRIPTED_KEY);
      expect(text).not.toContain("password");
    }
  });
});
