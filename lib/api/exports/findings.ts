import { eachFinding } from "@/lib/domain/reconciliation/queries/findings";
import { FINDINGS } from "@/lib/table/definitions/findings";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const findingsExport: TableExport = {
  name: FINDINGS.name,
  least: "SUPPORT",
  columns: [
    "id",
    "kind",
    "subject",
    "gateway",
    "concerns",
    "concerns_id",
    "customer_id",
    "customer",
    "our_amount",
    "our_currency",
    "their_amount",
    "their_currency",
    "occurred_at_utc",
    "first_seen_at_utc",
    "last_seen_at_utc",
    "healed_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(FINDINGS, asked);
    for await (const finding of eachFinding(deps, actor, { ...filters, search }, order)) {
      yield [
        finding.id,
        finding.kind,
        finding.subject,
        finding.gateway,
        finding.refType,
        finding.refId,
        finding.user?.id ?? null,
        finding.user?.username ?? null,
        finding.ourAmount,
        finding.ourCurrency,
        finding.theirAmount,
        finding.theirCurrency,
        finding.occurredAt,
        finding.firstSeenAt,
        finding.lastSeenAt,
        finding.resolvedAt,
      ];
    }
  },
};
