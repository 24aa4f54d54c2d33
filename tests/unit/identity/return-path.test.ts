import { describe, expect, it } from "vitest";
import { safeReturnPath } from "@/lib/auth/return-path";

describe("safeReturnPath", () => {
  it.each(["/numbers", "/fa/numbers?service=whatsapp&sort=value#top", "/", "/settings/security", "/apiary"])(
    "keeps %j",
    (path) => {
      expect(safeReturnPath(path)).toBe(path);
    },
  );

  it.each([
    null,
    undefined,
    "",
    "numbers",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "/..//evil.example",
    "/numbers\n",
    "/numbers\\..\\x",
    "javascript:alert(1)",
    "/api/auth/signout",
    "/api",
    `/${"a".repeat(2000)}`,
  ])("refuses %j", (path) => {
    expect(safeReturnPath(path)).toBeNull();
  });
});
