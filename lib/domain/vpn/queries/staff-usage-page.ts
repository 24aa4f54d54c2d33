import { type Page, pageWindow, toPage } from "@/lib/domain/kernel/page";
import type { StaffUsageDay } from "../staff-types";
import type { UsageDay } from "../types";

const DAY_MS = 86_400_000;

interface AskedOrder {
  sort: string;
  direction: "asc" | "desc";
}

const totalOf = ({ uploadBytes, downloadBytes }: StaffUsageDay) =>
  BigInt(uploadBytes) + BigInt(downloadBytes);

/** The lines in the list's order. */
export function sortedUsage(
  rows: readonly StaffUsageDay[],
  { sort, direction }: AskedOrder,
): StaffUsageDay[] {
  const turn = direction === "desc" ? -1 : 1;
  const compare = (a: StaffUsageDay, b: StaffUsageDay): number => {
    if (sort === "people") return a.people - b.people;
    if (sort === "total") return totalOf(a) < totalOf(b) ? -1 : totalOf(a) > totalOf(b) ? 1 : 0;
    return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
  };
  return rows.toSorted((a, b) => turn * compare(a, b));
}

/** One page of them. */
export function usagePage(
  rows: readonly StaffUsageDay[],
  asked: AskedOrder & { page: number; pageSize: number },
): Page<StaffUsageDay> {
  const { offset, pageSize } = pageWindow(rows.length, asked);
  return toPage(sortedUsage(rows, asked).slice(offset, offset + pageSize), rows.length, asked);
}

/** The same as a chart wants it: every day up to today (UTC), oldest first, with zeros where nothing was. */
export function usageByDay(rows: readonly StaffUsageDay[], days: number, now: Date): UsageDay[] {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(today - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    const found = rows.filter((row) => row.day === day);
    return {
      day,
      uploadBytes: found.reduce((sum, row) => sum + BigInt(row.uploadBytes), 0n).toString(),
      downloadBytes: found.reduce((sum, row) => sum + BigInt(row.downloadBytes), 0n).toString(),
      byPlace: found.map((row) => ({
        serverId: row.server.id,
        name: row.server.name,
        bytes: totalOf(row).toString(),
      })),
    };
  });
}
