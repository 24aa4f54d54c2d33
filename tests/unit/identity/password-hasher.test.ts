import { afterAll, describe, expect, it } from "vitest";
import { createPasswordHasher } from "@/lib/integrations/password/hasher";

const hasher = createPasswordHasher({ cost: 4 });
afterAll(() => hasher.close());

describe("the password hasher", () => {
  it("knows a password by its hash", async () => {
    const hash = await hasher.hash("patchbay-demo");
    expect(hash).toMatch(/^\$2[aby]\$04\$/);
    expect(await hasher.matches("patchbay-demo", hash)).toBe(true);
    expect(await hasher.matches("patchbay-dem", hash)).toBe(false);
  });

  it("says no where there is no hash, after the same work", async () => {
    expect(await hasher.matches("patchbay-demo", null)).toBe(false);
  });

  it("survives a hash that is none", async () => {
    expect(await hasher.matches("x", "not a hash")).toBe(false);
    expect(await hasher.matches("y", await hasher.hash("y"))).toBe(true);
  });

  it("serves many at once and refuses more than it can queue", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 150 }, (_, i) => hasher.hash(`password ${i}`)),
    );
    const done = results.filter((result) => result.status === "fulfilled").length;
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(done).toBe(102);
    expect(refused).toHaveLength(48);
    expect(refused[0]).toMatchObject({ patchbayCode: "unavailable" });
  });
});
