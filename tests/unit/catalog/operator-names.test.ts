import { expect, it } from "vitest";
import { operatorNames } from "@/prisma/seed/operator-names";
import { readCountries } from "@/prisma/seed/reference";

const nameOf = operatorNames();

it.each([
  ["mtn", "MTN"],
  ["tim", "TIM"],
  ["at_t", "AT&T"],
  ["o2", "O2"],
  ["giffgaff", "giffgaff"],
  ["mint_mobile", "Mint Mobile"],
  ["vodafone", "Vodafone"],
])("the operator %s writes itself %s", (code, name) => {
  expect(nameOf(code)).toBe(name);
});

it("every operator of the reference data has a name of its own in its country", () => {
  for (const { iso2, operators } of readCountries()) {
    const names = operators.map(nameOf);
    expect(new Set(names).size, `${iso2}: ${names.join(", ")}`).toBe(operators.length);
    for (const name of names) expect(name.trim()).not.toBe("");
  }
});
