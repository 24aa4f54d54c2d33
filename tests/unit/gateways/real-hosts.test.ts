import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppConfig } from "mercadopago/dist/utils/config/index.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { METHOD_TERMS, TOP_UP_METHODS } from "@/lib/domain/billing/methods";
import { readSandbox } from "@/lib/domain/billing/queries/sandbox";
import { readEnv } from "@/lib/env";
import { createCrypto } from "@/lib/integrations/payments/crypto";
import { createPaymentGateways } from "@/lib/integrations/payments/gateways";
import { createMercadoPagoCaller } from "@/lib/integrations/payments/mercadopago/sdk";
import { createStripeClient } from "@/lib/integrations/payments/stripe/client";
import { createPaymentSimulators } from "@/lib/integrations/simulator-control/payment-simulators";

/** What docs/deploy asks for, and nothing of payments. */
const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://shop@db.internal/shop",
  AUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  PUBLIC_URL: "https://shop.example",
  MAIL: "off",
};
/** The public account key of BIP84's own test vectors. */
const ZPUB =
  "zpub6rFR7y4Q2AijBEqTUquhVz398htDFrtymD9xYYfG1m4wAcvPhXNfE3EfH1r1ADqtfSdVCToUG868RvUUkgDKf31mGDtKsAYz2oz2AGutZYs";
const XPUB =
  "xpub6D1AabNHCupeiLM65ZR9UStMhJ1vCpyV4XbZdyhMZBiJXALQtmn9p42VTQckoHVn8WNqS7dqnJokZHAHcHGoaQgmv8D45oNUKx6DZMNZBCd";
const now = () => new Date("2026-01-01T00:00:00Z");

afterEach(() => vi.unstubAllGlobals());

describe("production without keys of payments", () => {
  it("has every way of paying off, and no simulator", () => {
    const env = readEnv({ ...PRODUCTION, SIMULATOR_SECRET: "y".repeat(32) });
    const gateways = createPaymentGateways(env);
    expect([gateways.byName("stripe"), gateways.byName("mercadopago")]).toEqual([null, null]);
    const crypto = createCrypto(env, now);
    expect([crypto.accountKey("BTC"), crypto.accountKey("USDT")]).toEqual([null, null]);
    expect(crypto.isSimulated).toBe(false);
    for (const method of TOP_UP_METHODS) {
      expect(METHOD_TERMS[method]).toBeDefined();
      expect(gateways.isSimulated(method)).toBe(false);
    }
    expect(createPaymentSimulators(env).played).toEqual([]);
  });
});

describe("keys alone, without an address", () => {
  it("lead to Stripe's own host over https, in the version that the types describe", () => {
    const client = createStripeClient({ secretKey: "sk_live_of_nobody", webhookSecrets: ["whsec_x"] });
    expect(client.getApiField("protocol")).toBe("https");
    expect(client.getApiField("host")).toBe("api.stripe.com");
    expect(String(client.getApiField("port"))).toBe("443");
    expect(client.getApiField("version")).toBe("2026-10-28.endive");
  });

  it("lead to MercadoPago's own host over https", async () => {
    const call = createMercadoPagoCaller({
      accessToken: "APP_USR-x",
      webhookSecrets: ["x"],
      signature: "enforce",
    });
    expect(await call(() => Promise.resolve(AppConfig.BASE_URL))).toBe("https://api.mercadopago.com");
  });

  it("make gateways that are not simulated", () => {
    const env = readEnv({
      ...PRODUCTION,
      STRIPE_SECRET_KEY: "sk_live_of_nobody",
      STRIPE_WEBHOOK_SECRETS: "whsec_of_nobody",
      MERCADOPAGO_ACCESS_TOKEN: "APP_USR-of-nobody",
      MERCADOPAGO_WEBHOOK_SECRETS: "secret-of-nobody",
    });
    expect(env.stripe?.baseUrl).toBeNull();
    expect(env.mercadoPago?.baseUrl).toBeNull();
    const gateways = createPaymentGateways(env);
    expect(gateways.byName("stripe")?.name).toBe("stripe");
    expect(gateways.byName("mercadopago")?.name).toBe("mercadopago");
    expect(gateways.isSimulated("CARD") || gateways.isSimulated("PIX")).toBe(false);
  });

  it("ask the real explorers and exchanges, and nobody else", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (url: string | URL) => {
      asked.push(String(url));
      return new Response("gone", { status: 404 });
    });
    const crypto = createCrypto(
      readEnv({ ...PRODUCTION, BTC_ACCOUNT_KEY: ZPUB, TRON_ACCOUNT_KEY: XPUB }),
      now,
    );
    for (const asset of ["BTC", "USDT"] as const) {
      const address = crypto.accountKey(asset)?.addressAt(0) ?? "";
      const asking = { address, since: now(), known: [] };
      await crypto
        .watcher(asset)
        .look(asking)
        .catch(() => null);
    }
    for (const source of crypto.rateSources) await source.read("BTC").catch(() => null);
    const hosts = [...new Set(asked.map((url) => new URL(url).origin))].sort();
    expect(hosts).toEqual([
      "https://api.kraken.com",
      "https://api.trongrid.io",
      "https://blockstream.info",
      "https://mempool.space",
    ]);
    expect(asked).toContain("https://mempool.space/api/v1/prices");
    expect(asked.some((url) => url.startsWith("https://api.kraken.com/0/public/Ticker?pair=XBTUSD"))).toBe(
      true,
    );
  });
});

describe("the word Sandbox", () => {
  const sandboxOf = (more: Record<string, string>) => {
    const env = readEnv({ ...PRODUCTION, ...more });
    return readSandbox({ paymentGateways: createPaymentGateways(env), crypto: createCrypto(env, now) });
  };
  const STRIPE = { STRIPE_SECRET_KEY: "sk_test_nobody", STRIPE_WEBHOOK_SECRETS: "whsec_of_nobody" };

  it("stands where a simulator plays a way of paying, all of them or some", () => {
    const played = { ...STRIPE, STRIPE_URL: "http://127.0.0.1:4011" };
    expect(sandboxOf({})).toBe("none");
    expect(sandboxOf(STRIPE)).toBe("none");
    expect(sandboxOf(played)).toBe("all");
    expect(sandboxOf({ ...played, BTC_ACCOUNT_KEY: ZPUB })).toBe("some");
    expect(sandboxOf({ ...STRIPE, BTC_ACCOUNT_KEY: ZPUB, KRAKEN_URL: "http://127.0.0.1:4010/rates" })).toBe(
      "some",
    );
  });
});

describe("what talks to gateways and chains", () => {
  it("knows nothing of a simulator: only the address differs", () => {
    const folders = ["payments/stripe", "payments/mercadopago", "chain", "rates", "paced-http"];
    const knowing = folders.flatMap((folder) =>
      readdirSync(join("lib/integrations", folder))
        .map((file) => join("lib/integrations", folder, file))
        .filter((path) => /simulat|127\.0\.0\.1|localhost|mode === "demo"/i.test(readFileSync(path, "utf8"))),
    );
    expect(knowing).toEqual([]);
  });
});
