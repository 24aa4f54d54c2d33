import { describe, expect, it } from "vitest";
import { refusePassword } from "@/lib/domain/identity/commands/check-password";

const NAMES = ["noora", "noora.field@example.com"];

describe("refusePassword", () => {
  it.each([
    ["seven77", "password_too_short"],
    ["", "password_too_short"],
    ["x".repeat(73), "password_too_long"],
    // 36 characters, 72 bytes is the limit: one more character crosses it.
    [`${"ç".repeat(36)}x`, "password_too_long"],
    ["password", "password_too_common"],
    ["PassWord1", "password_too_common"],
    ["Noora.Field@example.com", "password_too_common"],
    ["noora.field", "password_too_common"],
  ])("refuses %j as %s", (password, reason) => {
    expect(refusePassword(password, NAMES)).toMatchObject({ ok: false, reason });
  });

  it.each(["patchbay-demo", "correct horse battery", "ç".repeat(36), "گذرواژهٔ خوب", "x".repeat(72)])(
    "accepts %j",
    (password) => {
      expect(refusePassword(password, NAMES)).toBeNull();
    },
  );
});
