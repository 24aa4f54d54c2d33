import { describe, expect, it } from "vitest";
import { areActionArguments, isActionForm } from "@/lib/http/action-arguments";

function form(parts: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(parts)) made.append(name, value);
  return made;
}

describe("the arguments of a server action", () => {
  it("are a list whose values stand in the text", () => {
    for (const good of [
      "[]",
      '[{"a":1}]',
      '["$undefined",null,"$$5.00","$n12","$T"]',
      '[{"at":"$D2026-11-21T10:00:00.000Z"}]',
    ])
      expect(areActionArguments(good), good).toBe(true);
    for (const bad of [
      '"x"',
      "{}",
      "7",
      "null",
      "{{{",
      "",
      '["$F1"]',
      '["$"]',
      '["$1"]',
      '[{"deep":["$K2"]}]',
      '["$undefinedx"]',
    ])
      expect(areActionArguments(bad), bad).toBe(false);
  });

  it("may stand in a form, where every reference leads to a part", () => {
    expect(isActionForm(form({ "0": '["$K1"]', "1_name": "value" }))).toBe(true);
    expect(isActionForm(form({ "0": '[{},"$K1"]', _1_name: "as browsers send it" }))).toBe(true);
    expect(isActionForm(form({ "0": '["$undefined","$K1"]', "1_": "x" }))).toBe(true);
    expect(isActionForm(form({ "0": '["$1:a"]', "1": '{"a":1}' }))).toBe(true);
    expect(isActionForm(form({ "0": '["$Ka"]', "10_x": "hexadecimal" }))).toBe(true);
    expect(isActionForm(form({ "0": "[{bad" }))).toBe(false);
    expect(isActionForm(form({ "0": '[{},"$K1"]' })), "a form without fields").toBe(true);
    expect(isActionForm(form({ "0": '["$1"]' }))).toBe(false);
    expect(isActionForm(form({ "0": '["$1"]', "1": "{bad" }))).toBe(false);
    expect(isActionForm(form({ name: "value" }))).toBe(false);
  });
});
