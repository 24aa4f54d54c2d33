import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowByKey, rowByLetters } from "@/components/numbers/roving-rows";

const NAMES = ["Brazil", "Bulgaria", "Germany", "Romania", "برزیل"];

describe("the keys of a long list", () => {
  it("goes row by row and joins the ends", () => {
    expect(rowByKey("ArrowDown", 0, 3)).toBe(1);
    expect(rowByKey("ArrowDown", 2, 3)).toBe(0);
    expect(rowByKey("ArrowUp", 0, 3)).toBe(2);
  });

  it("goes to the ends", () => {
    expect(rowByKey("Home", 2, 3)).toBe(0);
    expect(rowByKey("End", 0, 3)).toBe(2);
  });

  it("leaves other keys and empty lists alone", () => {
    expect(rowByKey("Enter", 0, 3)).toBeNull();
    expect(rowByKey("ArrowDown", 0, 0)).toBeNull();
  });

  it("always stays in the list", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("ArrowDown", "ArrowUp", "Home", "End"),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(),
        (key, count, from) => {
          const to = rowByKey(key, from % count, count) ?? -1;
          return to >= 0 && to < count;
        },
      ),
    );
  });
});

describe("typed letters", () => {
  it("goes on to the next row that begins so", () => {
    expect(rowByLetters(NAMES, 0, "b")).toBe(1);
    expect(rowByLetters(NAMES, 1, "b")).toBe(0);
    expect(rowByLetters(NAMES, 0, "bb")).toBe(1);
  });

  it("narrows with more letters, from where it is", () => {
    expect(rowByLetters(NAMES, 1, "bu")).toBe(1);
    expect(rowByLetters(NAMES, 1, "br")).toBe(0);
    expect(rowByLetters(NAMES, 0, "Ro")).toBe(3);
    expect(rowByLetters(NAMES, 0, "بر")).toBe(4);
  });

  it("finds nothing where nothing begins so", () => {
    expect(rowByLetters(NAMES, 0, "x")).toBe(-1);
    expect(rowByLetters([], 0, "b")).toBe(-1);
  });
});
