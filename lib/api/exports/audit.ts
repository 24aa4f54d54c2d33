import { eachAuditEvent } from "@/lib/domain/audit/queries/audit-events";
import { auditTable } from "@/lib/table/definitions/audit";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const auditExport: TableExport = {
  name: "audit",
  least: "SUPPORT",
  columns: [
    "id",
    "at_utc",
    "actor_kind",
    "actor_id",
    "actor_name",
    "action",
    "target_type",
    "target_id",
    "changes_json",
    "reason",
    "ip_address",
    "request_id",
    "sealed",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters } = readTableState(auditTable, asked);
    const { kind, target, ...rest } = filters;
    const filter = { ...rest, search, actorKind: kind, targetType: target };
    for await (const event of eachAuditEvent(deps, actor, filter)) {
      yield [
        event.id,
        event.at,
        event.actorKind,
        event.actorId,
        event.actorName,
        event.action,
        event.targetType,
        event.targetId,
        JSON.stringify(event.changes),
        event.reason,
        event.ipAddress,
        event.requestId,
        event.isSealed,
      ];
    }
  },
};
