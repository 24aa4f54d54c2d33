import { readShelf, type ShelfRow } from "@/lib/domain/catalog/queries/shelf";
import { type Answer, fail, json } from "../answer";
import type { KeyedCall } from "../call";
import { countryOf, namesOf } from "../names";
import { isTrue, wholeNumber } from "../parameters";

const MAX_PAGE = 100_000;

function stockOf(row: ShelfRow, operators: readonly string[] | null): number {
  if (!operators) return row.stock;
  return row.operators.reduce((sum, { code, stock }) => sum + (operators.includes(code) ? stock : 0), 0);
}

/** getNumbersStatus: service -> how many, of one country or of all. The old shape counts numbers without (_0) and with (_1) call forwarding, of which there are none. */
export async function numbersStatus(call: KeyedCall): Promise<Answer> {
  const names = await namesOf(call);
  const country = countryOf(call, names);
  if (call.get("country") !== undefined && !country) return fail("BAD_COUNTRY");
  const { byCountry, rows } = await readShelf(call.deps);
  const asked = call.get("operator")?.toLowerCase().split(",");
  const operators = asked && !asked.includes("any") ? asked : null;
  const isOld = call.key.numbersStatusSuffix || isTrue(call.get("legacy"));
  const counts: Record<string, number> = {};
  for (const row of country ? (byCountry.get(country.legacyId) ?? []) : rows) {
    const name = isOld ? `${row.serviceCode}_0` : row.serviceCode;
    counts[name] = (counts[name] ?? 0) + stockOf(row, operators);
    if (isOld) counts[`${row.serviceCode}_1`] = 0;
  }
  return json(counts);
}

/** getListOfTopCountriesByService: each country's share of what was bought, and of that how much got its code, per cent. */
export async function countryShares(call: KeyedCall): Promise<Answer> {
  const { byService } = await readShelf(call.deps);
  const rows = byService.get(call.get("service")?.toLowerCase() ?? "");
  if (!rows) return fail("WRONG_SERVICE");
  const length = wholeNumber(call.get("length"), 10, 100);
  const page = Math.max(1, wholeNumber(call.get("page"), 1, MAX_PAGE));
  const all = rows.reduce((sum, { sampleSize }) => sum + sampleSize, 0);
  const percent = (part: number, of: number) => (of === 0 ? 0 : Math.round((100 * part) / of));
  return json(
    rows
      .toSorted((a, b) => b.sampleSize - a.sampleSize || a.countryLegacyId - b.countryLegacyId)
      .slice((page - 1) * length, page * length)
      .map(({ countryLegacyId, sampleSize, withCode }) => ({
        country: countryLegacyId,
        share: percent(sampleSize, all),
        rate: percent(withCode, sampleSize),
      })),
  );
}
