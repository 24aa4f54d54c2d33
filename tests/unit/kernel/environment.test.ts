import { describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";

const DATABASE_URL = "postgresql://shop@localhost/shop";

function problemsOf(source: Record<string, string>): string {
  try {
    readEnv(source);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("the environment", () => {
  it("is production unless it says demo, and then names every missing secret at once", () => {
    const problems = problemsOf({ DATABASE_URL });
    for (const name of ["AUTH_SECRET", "ENCRYPTION_KEYS", "PUBLIC_URL", "SMTP_URL"])
      expect(problems).toContain(name);
  });

  it("takes an empty variable for a missing one", () => {
    expect(problemsOf({ DATABASE_URL: "" })).toContain("DATABASE_URL");
  });

  it("makes a password as dear as twelve rounds, and neither cheap nor endless", () => {
    const secrets = { AUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: "k1:x" };
    expect(readEnv({ DATABASE_URL, PATCHBAY_MODE: "demo", ...secrets }).passwordCost).toBe(12);
    for (const cost of ["3", "16"])
      expect(problemsOf({ DATABASE_URL, PASSWORD_COST: cost })).toContain("PASSWORD_COST");
  });

  it.each(["whsec_", "short", "....", `${Buffer.alloc(32, 9).toString("base64")},short`])(
    "refuses %j as keys of the hooks",
    (secrets) => {
      expect(problemsOf({ DATABASE_URL, HOOK_SECRETS: secrets })).toContain("HOOK_SECRETS");
    },
  );

  it("has no mailbox and no way to steer simulators in production", () => {
    const env = readEnv({
      DATABASE_URL,
      AUTH_SECRET: "x".repeat(32),
      ENCRYPTION_KEYS: "k1:x",
      PUBLIC_URL: "https://shop.example",
      MAIL: "off",
      SIMULATOR_SECRET: "y".repeat(32),
    });
    expect(env).toMatchObject({ mode: "production", mail: { kind: "off" }, simulatorSecret: null });
    expect(problemsOf({ DATABASE_URL, MAIL: "mailbox" })).toContain("SMTP_URL");
  });
});
