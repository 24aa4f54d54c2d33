import "server-only";
import { getLocale } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import { readPriceList } from "@/lib/domain/catalog/queries/price-list";
import { CANCEL_REFUND_AFTER_SECONDS, RESOLVE_AFTER_SECONDS } from "@/lib/domain/numbers/order-limits";
import { listSourceHealth } from "@/lib/domain/supply/queries/public-health";
import { allCountryNames, countryNamer } from "@/lib/format/country-names";

const SOURCES_KEPT_MS = 10_000;
const EXAMPLE_BALANCE_MICROS = 5_000_000n;

/** The refund policy as the shop really keeps it, with an example at a price of the moment. */
export async function loadRefundPolicy() {
  const deps = getDeps();
  const [list, sources, locale] = await Promise.all([
    readPriceList(deps, allCountryNames),
    deps.kept.read("supply.sources", SOURCES_KEPT_MS, () => listSourceHealth(deps)),
    getLocale(),
  ]);
  const windows = sources.map((source) => source.windowSeconds);
  const example = list.rows
    .filter((row) => row.stock > 0 && row.priceMicros < EXAMPLE_BALANCE_MICROS)
    .reduce<(typeof list.rows)[number] | null>(
      (best, row) => (!best || row.sampleSize > best.sampleSize ? row : best),
      null,
    );
  return {
    cancelRefundSeconds: CANCEL_REFUND_AFTER_SECONDS,
    resolveSeconds: RESOLVE_AFTER_SECONDS,
    cancelAfterSeconds: Math.max(0, ...sources.map((source) => source.cancelAfterSeconds)),
    window: windows.length > 0 ? { from: Math.min(...windows), to: Math.max(...windows) } : null,
    example: example && {
      serviceName: example.service.name,
      countryName: countryNamer(locale)(example.country),
      priceMicros: example.priceMicros,
      balanceMicros: EXAMPLE_BALANCE_MICROS,
      currency: example.currency,
    },
  };
}
