import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnv } from "@/lib/env";
import { createCrypto } from "@/lib/integrations/payments/crypto";

const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://shop@db.internal/shop",
  AUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  PUBLIC_URL: "https://shop.example",
  MAIL: "off",
};

/** Of public test vectors: nobody's money. */
const SECRETS = {
  zprv: "zprvAdG4iTXWBoARxkkzNpNh8r6Qag3irQB8PzEMkAFeTRXxHpbF9z4QgEvBRmfvqWvGp42t42nvgGpNgYSJA9iefm1yYNZKEm7z6qUWCroSQnE",
  xprv: "xprv9z1pB5qPNYGMVrGcyXt97Jwd9GBRoNFdhJfxqbHjzrBKeN1GMETuGFi1c73SQkP8kkKz5MVoMtLRcsDWggUcaPF32AXN4qNsNWBoJbaHcQ7",
  WIF: "L1aW4aubDFB7yfras2S1mN3bqg9nwySY8nkoLmJebSLD5BWv3ENZ",
  hexadecimal: "1e99423a4ed27608a15a2616a2b0e9e52ced330ac530edcc32c8ffc6a526aedd",
  "seed words":
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
} as const;

function refusalOf(variable: string, key: string): unknown {
  try {
    createCrypto(readEnv({ ...PRODUCTION, [variable]: key }), () => new Date());
    return null;
  } catch (error) {
    return error;
  }
}

describe.each(["BTC_ACCOUNT_KEY", "TRON_ACCOUNT_KEY"])("%s at start", (variable) => {
  it.each(Object.entries(SECRETS))(
    "refuses a private key as %s, by name and without repeating it",
    (_form, key) => {
      const refusal = refusalOf(variable, key);
      expect(refusal).toBeInstanceOf(EnvironmentError);
      const message = (refusal as Error).message;
      expect(message).toContain(`${variable} is a private key`);
      expect(message).toContain("public key");
      expect(message).not.toContain(key.slice(8, 24));
    },
  );
});
