import "server-only";
import { getDeps } from "@/lib/deps";
import { listAuditEvents } from "@/lib/domain/audit/queries/audit-events";
import { auditTable } from "@/lib/table/definitions/audit";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** The trail as the address asks for it. */
export async function loadAuditEvents(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(auditTable, asked);
  const { kind, target, ...filters } = state.filters;
  const filter = { ...filters, search: state.search, actorKind: kind, targetType: target };
  return { state, page: await listAuditEvents(getDeps(), actor, filter, state) };
}
