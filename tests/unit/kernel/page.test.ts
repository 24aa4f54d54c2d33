import { describe, expect, it } from "vitest";
import { pageWindow, TOTAL_CAP, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";

describe("one page of a list", () => {
  it("shows the last page for one beyond it, and the first of nothing", () => {
    expect(pageWindow(60, { page: 9, pageSize: 25 })).toEqual({ page: 3, pageSize: 25, offset: 50 });
    expect(pageWindow(0, { page: 4, pageSize: 25 })).toEqual({ page: 1, pageSize: 25, offset: 0 });
  });

  it("says that there are more than it counted", () => {
    expect(toPage([], TOTAL_LIMIT, { page: 1, pageSize: 25 })).toMatchObject({
      total: TOTAL_CAP,
      isTotalCapped: true,
    });
    expect(toPage([1], 1, { page: 1, pageSize: 25 })).toMatchObject({ total: 1, isTotalCapped: false });
  });
});
