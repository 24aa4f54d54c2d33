import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTsv } from "@/lib/table/tsv";

const CENT_MICROS = 10_000n;

/** What it takes for the six services that the demo tells stories about. */
const STORIED_COSTS: Record<string, bigint> = {
  wa: 200_000n,
  tg: 180_000n,
  go: 90_000n,
  ig: 60_000n,
  fb: 50_000n,
  ds: 40_000n,
};

/** Of what a shop asks for a code, in percent. */
const COST_PERCENT = 55n;

function rows(file: string): Record<string, string>[] {
  return readTsv(readFileSync(join(process.cwd(), "prisma/seed/data", file), "utf8"));
}

interface Assortment {
  /** Name and cost (micro-units of USD) by the protocol's service code. */
  services: ReadonlyMap<string, { name: string; costMicros: bigint }>;
  /** The countries beside those with number ranges of their own, by the protocol's id. */
  countries: readonly { id: string; iso2: string; name: string; operators: string[] }[];
}

/** What the simulated upstream trades in: the well-known services, in the countries that the demo's shop opens. */
export const ASSORTMENT: Assortment = {
  services: new Map(
    rows("well-known.tsv").map(({ code = "", name = "", cents = "20" }) => [
      code,
      { name, costMicros: STORIED_COSTS[code] ?? (BigInt(cents) * CENT_MICROS * COST_PERCENT) / 100n },
    ]),
  ),
  countries: (() => {
    const open = new Set(rows("shop-countries.tsv").map(({ iso2 }) => iso2));
    return rows("sms-countries.tsv")
      .filter(({ iso2, canonical }) => canonical === "1" && open.has(iso2))
      .map(({ id = "", iso2 = "", name = "", operators = "" }) => ({
        id,
        iso2,
        name,
        operators: operators.split(",").filter(Boolean),
      }));
  })(),
};

/** What one number for this service costs us, in every country alike. */
export function simulatedCostMicros(service: string): bigint {
  return ASSORTMENT.services.get(service)?.costMicros ?? 100_000n;
}

const STORIED_COUNT = 500;
const STORIED_COUNTRIES = new Set(["73", "187", "16", "6"]);
/** A few lines are short, so that a shop has something to say about stock. */
const COUNTS = [3, 18, 60, 140, 260, 420];

/** How many it starts with: the same at every start. */
export function simulatedCount(service: string, country: string | number): number {
  const id = String(country);
  if (STORIED_COUNTRIES.has(id) && Object.hasOwn(STORIED_COSTS, service)) return STORIED_COUNT;
  const mixed = [...`${service}:${id}`].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997,
    7,
  );
  return COUNTS[mixed % COUNTS.length] ?? STORIED_COUNT;
}
