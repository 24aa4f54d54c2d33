import { eachStaffKey } from "@/lib/domain/api-keys/queries/staff-keys";
import { toDecimal } from "@/lib/domain/kernel/money";
import { API_KEYS } from "@/lib/table/definitions/api-keys";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const apiKeysExport: TableExport = {
  name: API_KEYS.name,
  least: "SUPPORT",
  columns: [
    "id",
    "prefix",
    "last4",
    "name",
    "user_id",
    "username",
    "project",
    "mode",
    "state",
    "scopes",
    "requests_a_minute",
    "addresses",
    "max_price_usd",
    "service_price_limits",
    "calls_7_days",
    "errors_7_days",
    "refused_7_days",
    "last_used_at_utc",
    "expires_at_utc",
    "revoked_at_utc",
    "created_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(API_KEYS, asked);
    for await (const key of eachStaffKey(deps, actor, { ...filters, search }, order)) {
      yield [
        key.id,
        key.prefix,
        key.last4,
        key.name,
        key.user.id,
        key.user.username,
        key.project?.name ?? null,
        key.mode,
        key.state,
        key.scopes.join(" "),
        key.rateLimit,
        key.ipRestrictions.join(" "),
        key.maxPriceMicros === null ? null : toDecimal(key.maxPriceMicros),
        key.priceLimits.map(({ slug, maxPriceMicros }) => `${slug}=${toDecimal(maxPriceMicros)}`).join(" "),
        key.week.calls,
        key.week.errors,
        key.week.refused,
        key.lastUsedAt,
        key.expiresAt,
        key.revokedAt,
        key.createdAt,
      ];
    }
  },
};
