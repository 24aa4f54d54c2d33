import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "@/lib/table/csv";

describe("a line of CSV", () => {
  it("quotes what needs it and ends as RFC 4180 says", () => {
    expect(csvLine(["a", 'say "hi", twice', 3, 12n, null, undefined, true])).toBe(
      'a,"say ""hi"", twice",3,12,,,true\r\n',
    );
    expect(csvLine([new Date("2026-11-21T10:00:00.000Z")])).toBe("2026-11-21T10:00:00.000Z\r\n");
  });

  it("takes the life out of formulas and leaves numbers", () => {
    expect(csvLine(["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\tx"])).toBe(
      "'=1+1,'@SUM(A1),'+cmd|' /C calc'!A0,'-2+3,'\tx\r\n",
    );
    expect(csvLine(["-0.35", "+5511987654321", "12"])).toBe("-0.35,+5511987654321,12\r\n");
  });

  it("never lets a cell begin as a formula, and never breaks out of its line", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = csvLine([text]);
        expect(line.endsWith("\r\n")).toBe(true);
        const cell = line.slice(0, -2);
        const bare = cell.startsWith('"') ? cell.slice(1) : cell;
        expect(/^[=@\t]/.test(bare)).toBe(false);
      }),
    );
  });
});
