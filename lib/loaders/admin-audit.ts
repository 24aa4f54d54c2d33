import "server-only";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { listAuditEvents } from "@/lib/domain/audit/queries/audit-events";
import type { AuditEventView } from "@/lib/domain/audit/types";
import { readOfferNames } from "@/lib/domain/catalog/queries/offer-names";
import type { Page } from "@/lib/domain/kernel/page";
import { auditTable } from "@/lib/table/definitions/audit";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** The trail as the address asks for it. */
export async function loadAuditEvents(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(auditTable, asked);
  const { kind, target, ...filters } = state.filters;
  const filter = { ...filters, search: state.search, actorKind: kind, targetType: target };
  return { state, ...(await withOffers(await listAuditEvents(getDeps(), actor, filter, state))) };
}

/** The page with what the offers on it sell. */
export async function withOffers(page: Page<AuditEventView>) {
  const ids = page.rows.filter(({ targetType }) => targetType === "offer").map(({ targetId }) => targetId);
  const known = ids.filter((id) => z.uuid().safeParse(id).success);
  return { page, offers: await readOfferNames(getDeps(), known) };
}
