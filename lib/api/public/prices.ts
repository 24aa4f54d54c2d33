import { type Context, Hono } from "hono";
import { stream } from "hono/streaming";
import type { Deps } from "@/lib/deps";
import { PRICE_SORTS, searchPrices } from "@/lib/domain/catalog/price-search";
import { readPriceList } from "@/lib/domain/catalog/queries/price-list";
import type { PriceRow } from "@/lib/domain/catalog/types";
import { allCountryNames } from "@/lib/format/country-names";
import { CSV_BYTE_ORDER_MARK, csvLine } from "@/lib/table/csv";
import { pricesTable } from "@/lib/table/definitions/prices";
import { readTableState } from "@/lib/table/table-state";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

const COLUMNS = [
  "service",
  "service_code",
  "service_name",
  "country",
  "country_name",
  "price",
  "currency",
  "stock",
  "success_rate",
  "sample_size",
  "median_wait_seconds",
] as const;

/** Rows are sent in pieces of this many. */
const PIECE_ROWS = 200;
const MAX_AGE_SECONDS = 30;

function valuesOf(row: PriceRow) {
  return [
    row.service.slug,
    row.service.code,
    row.service.name,
    row.country.iso2,
    row.country.name,
    row.price,
    row.currency,
    row.band,
    row.successRate === null ? null : Math.round(row.successRate * 1000) / 1000,
    row.sampleSize,
    row.medianWaitSeconds,
  ] as const;
}

function jsonOf(row: PriceRow): string {
  const values = valuesOf(row);
  return JSON.stringify(Object.fromEntries(COLUMNS.map((name, at) => [name, values[at]])));
}

function csvPiece(rows: readonly PriceRow[]): string {
  return rows.map((row) => csvLine(valuesOf(row))).join("");
}

/** The price list for programs: the same search, filter and order as the page, without its pages. */
export function priceRoutes(deps: Deps) {
  async function ask(c: Context<ApiEnv>): Promise<readonly PriceRow[] | Response> {
    const verdict = await deps.rateLimits.take("public.prices", c.get("clientAddress") ?? "unknown");
    if (!verdict.allowed) {
      return problem(c, "rate_limited", { retryAfterSeconds: verdict.retryAfterSeconds });
    }
    const state = readTableState(pricesTable, new URL(c.req.url).searchParams);
    const question = {
      search: state.search,
      isAvailable: state.filters.stock === "now",
      sort: PRICE_SORTS.find((sort) => sort === state.sort) ?? "orders",
      direction: state.direction,
    };
    const list = await readPriceList(deps, allCountryNames);
    c.header("cache-control", `public, max-age=${MAX_AGE_SECONDS}`);
    return searchPrices(list, question, "en", (row) => row.country.name);
  }

  function send(
    c: Context<ApiEnv>,
    rows: readonly PriceRow[],
    piece: (part: readonly PriceRow[], isFirst: boolean) => string,
    tail = "",
  ) {
    return stream(c, async (out) => {
      for (let from = 0; from === 0 || from < rows.length; from += PIECE_ROWS) {
        if (out.aborted) return;
        await out.write(piece(rows.slice(from, from + PIECE_ROWS), from === 0));
      }
      await out.write(tail);
    });
  }

  return new Hono<ApiEnv>()
    .get("/prices.csv", async (c) => {
      const rows = await ask(c);
      if (rows instanceof Response) return rows;
      c.header("content-type", "text/csv; charset=utf-8");
      c.header("content-disposition", 'attachment; filename="prices.csv"');
      return send(c, rows, (part, isFirst) =>
        isFirst ? CSV_BYTE_ORDER_MARK + csvLine(COLUMNS) + csvPiece(part) : csvPiece(part),
      );
    })
    .get("/prices.json", async (c) => {
      const rows = await ask(c);
      if (rows instanceof Response) return rows;
      c.header("content-type", "application/json; charset=utf-8");
      const head = `{"count":${rows.length},"prices":[`;
      return send(
        c,
        rows,
        (part, isFirst) => {
          const lines = part.map(jsonOf).join(",\n");
          return isFirst ? `${head}${lines}` : `,\n${lines}`;
        },
        "]}",
      );
    });
}
