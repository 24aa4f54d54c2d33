import { eachNumber } from "@/lib/domain/supply/queries/list-numbers";
import { NUMBER_LIST } from "@/lib/table/definitions/numbers";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const stockExport: TableExport = {
  name: "stock",
  least: "SUPPORT",
  columns: [
    "id",
    "number",
    "country",
    "operator",
    "area_code",
    "is_active",
    "state",
    "services",
    "providers",
    "holder",
    "held_until_utc",
    "last_used_at_utc",
    "created_at_utc",
  ],
  async *rows(deps, actor, asked) {
    for await (const row of eachNumber(deps, actor, readTableState(NUMBER_LIST, asked))) {
      yield [
        row.id,
        row.e164,
        row.country.iso2,
        row.operator,
        row.areaCode,
        row.isActive,
        row.state,
        row.services,
        row.providers.map(({ code }) => code).join(" "),
        row.holder?.username,
        row.holder?.expiresAt,
        row.lastUsedAt,
        row.createdAt,
      ];
    }
  },
};
