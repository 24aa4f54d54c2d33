import type { UsageDay } from "@/lib/domain/vpn/types";

const quoted = (text: string) => {
  // A cell that begins like this is a formula to a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** A line for each day and location, bytes in whole numbers. */
export function usageCsv(days: readonly UsageDay[]): string {
  const lines = days.flatMap(({ day, byPlace }) =>
    byPlace.map(({ name, bytes }) => [day, quoted(name), bytes].join(",")),
  );
  return ["day,location,bytes", ...lines, ""].join("\r\n");
}
