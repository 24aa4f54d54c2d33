import { describe, expect, it } from "vitest";
import { sortedUsage, usageByDay, usagePage } from "@/lib/domain/vpn/queries/staff-usage-page";

const row = (day: string, name: string, up: string, people: number) => ({
  day,
  server: { id: name, name },
  uploadBytes: up,
  downloadBytes: "1",
  people,
});
const ROWS = [
  row("2026-03-02", "de", "9007199254740993", 2),
  row("2026-03-02", "nl", "5", 7),
  row("2026-03-01", "de", "9007199254740992", 1),
];

describe("traffic by day and server", () => {
  it("is put in order by exact bytes, and keeps the order of servers within a day", () => {
    const order = (sort: string, direction: "asc" | "desc") =>
      sortedUsage(ROWS, { sort, direction }).map(({ day, server }) => `${day.slice(-1)}${server.name}`);
    expect(order("total", "desc")).toEqual(["2de", "1de", "2nl"]);
    expect(order("day", "desc")).toEqual(["2de", "2nl", "1de"]);
    expect(order("people", "asc")).toEqual(["1de", "2de", "2nl"]);
  });

  it("is cut into pages, the last one where too much is asked", () => {
    const page = usagePage(ROWS, { sort: "day", direction: "desc", page: 9, pageSize: 2 });
    expect(page).toMatchObject({ page: 2, total: 3 });
    expect(page.rows.map(({ day }) => day)).toEqual(["2026-03-01"]);
  });

  it("has every day of the chart, the empty ones too", () => {
    const days = usageByDay(ROWS, 3, new Date("2026-03-03T23:59:59Z"));
    expect(days.map(({ day, uploadBytes }) => [day, uploadBytes])).toEqual([
      ["2026-03-01", "9007199254740992"],
      ["2026-03-02", "9007199254740998"],
      ["2026-03-03", "0"],
    ]);
    expect(days[1]?.byPlace.map(({ name, bytes }) => [name, bytes])).toEqual([
      ["de", "9007199254740994"],
      ["nl", "6"],
    ]);
  });
});
