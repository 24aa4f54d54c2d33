import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sandboxCode, sandboxNumber } from "@/lib/domain/numbers/sandbox-numbers";
import { chooseScript, SANDBOX_SCRIPTS, scriptOfPhone } from "@/lib/domain/numbers/sandbox-scripts";

const nameOf = (wish: Parameters<typeof chooseScript>[0]) => chooseScript(wish).name;

describe("which script", () => {
  it("is the operator's name, then the wish's last digit, then the service's, and otherwise it arrives", () => {
    expect(nameOf({ serviceCode: "wa" })).toBe("arrives");
    expect(nameOf({ serviceCode: "vi" })).toBe("slow");
    expect(nameOf({ serviceCode: "vi", numberWish: "5511994" })).toBe("none");
    expect(nameOf({ serviceCode: "vi", numberWish: "4", operator: "Wrong_Sender" })).toBe("wrong-sender");
    expect(nameOf({ serviceCode: "tw", operator: "claro" })).toBe("two");
  });

  it("has one digit and one name each", () => {
    expect(SANDBOX_SCRIPTS.map(({ digit }) => digit).sort()).toEqual([..."0123456789"]);
    expect(new Set(SANDBOX_SCRIPTS.map(({ name }) => name)).size).toBe(SANDBOX_SCRIPTS.length);
  });
});

describe("numbers and codes", () => {
  const numbers = fc.record({
    serviceCode: fc.stringMatching(/^[a-z]{2,4}$/),
    countryIso2: fc.stringMatching(/^[A-Z]{2}$/),
    phoneCode: fc.stringMatching(/^[1-9][0-9]{0,5}$/),
    place: fc.nat({ max: 200 }),
    digit: fc.constantFrom(...SANDBOX_SCRIPTS.map((script) => script.digit)),
  });

  it("are telephone numbers of that country, the same every time, and say their script", () => {
    fc.assert(
      fc.property(numbers, (wanted) => {
        const phone = sandboxNumber(wanted);
        expect(phone).toMatch(/^\+[1-9][0-9]{6,14}$/);
        expect(phone.startsWith(`+${wanted.phoneCode}5550`)).toBe(true);
        expect(sandboxNumber(wanted)).toBe(phone);
        expect(scriptOfPhone(phone).digit).toBe(wanted.digit);
        const code = sandboxCode(phone, wanted.serviceCode, 1);
        expect(code).toMatch(/^[1-9][0-9]{5}$/);
        expect(sandboxCode(phone, wanted.serviceCode, 1)).toBe(code);
      }),
    );
  });
});
