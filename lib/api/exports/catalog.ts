import { listCatalogCountries } from "@/lib/domain/catalog/queries/list-catalog-countries";
import { listCatalogServices } from "@/lib/domain/catalog/queries/list-catalog-services";
import { listOffers } from "@/lib/domain/catalog/queries/list-offers";
import { RefusalError } from "@/lib/domain/kernel/errors";
import type { Page } from "@/lib/domain/kernel/page";
import type { Result } from "@/lib/domain/kernel/result";
import { COUNTRY_LIST } from "@/lib/table/definitions/countries";
import { OFFER_LIST } from "@/lib/table/definitions/offers";
import { SERVICE_LIST } from "@/lib/table/definitions/services";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

const BATCH = 500;

/** Page after page until one is not full. */
async function* pages<Row>(
  read: (page: number) => Promise<Result<{ page: Page<Row> }>>,
): AsyncGenerator<Row, void> {
  for (let number = 1; ; number += 1) {
    const answer = await read(number);
    if (!answer.ok) throw new RefusalError(answer.reason);
    if (answer.page.page < number) return;
    yield* answer.page.rows;
    if (answer.page.rows.length < BATCH) return;
  }
}

export const servicesExport: TableExport = {
  name: "services",
  least: "SUPPORT",
  columns: [
    "code",
    "slug",
    "five_sim_name",
    "name",
    "category",
    "current_price_usd",
    "active_offers",
    "success_rate",
    "sample_size",
    "median_wait_seconds",
    "orders_30_days",
    "is_active",
    "is_prohibited",
    "prohibited_reason",
    "needs_review",
    "sort_order",
    "updated_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const state = readTableState(SERVICE_LIST, asked);
    for await (const row of pages((page) =>
      listCatalogServices(deps, actor, { ...state, page, pageSize: BATCH }),
    )) {
      yield [
        row.code,
        row.slug,
        row.fiveSimName,
        row.name,
        row.category,
        row.currentPrice,
        row.offers,
        row.successRate,
        row.sampleSize,
        row.medianWaitSeconds,
        row.popularity,
        row.isActive,
        row.isProhibited,
        row.prohibitedReason,
        row.needsReview,
        row.sortOrder,
        row.updatedAt,
      ];
    }
  },
};

export const countriesExport: TableExport = {
  name: "countries",
  least: "SUPPORT",
  columns: [
    "iso2",
    "protocol_number",
    "is_canonical",
    "name_en",
    "name_fa",
    "name_pt_br",
    "five_sim_name",
    "phone_code",
    "operators",
    "active_offers",
    "is_active",
    "sort_order",
    "updated_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const state = readTableState(COUNTRY_LIST, asked);
    for await (const row of pages((page) =>
      listCatalogCountries(deps, actor, { ...state, page, pageSize: BATCH }),
    )) {
      yield [
        row.iso2,
        row.legacyId,
        row.isCanonical,
        row.nameEn,
        row.nameFa,
        row.namePtBr,
        row.fiveSimName,
        row.phoneCode,
        row.operators,
        row.offers,
        row.isActive,
        row.sortOrder,
        row.updatedAt,
      ];
    }
  },
};

export const offersExport: TableExport = {
  name: "offers",
  least: "SUPPORT",
  columns: [
    "id",
    "service",
    "country",
    "operator",
    "base_price_usd",
    "current_price_usd",
    "cheapest_cost_usd",
    "margin",
    "stock",
    "is_active",
    "updated_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const state = readTableState(OFFER_LIST, asked);
    for await (const row of pages((page) => listOffers(deps, actor, { ...state, page, pageSize: BATCH }))) {
      yield [
        row.id,
        row.service.code,
        row.country.legacyId,
        row.operator?.name,
        row.basePrice,
        row.currentPrice,
        row.cost,
        row.margin,
        row.stock,
        row.isActive,
        row.updatedAt,
      ];
    }
  },
};
