import "server-only";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { getCatalogCountry, listCatalogCountries } from "@/lib/domain/catalog/queries/list-catalog-countries";
import { getCatalogService, listCatalogServices } from "@/lib/domain/catalog/queries/list-catalog-services";
import { hasRole } from "@/lib/domain/identity/policy";
import { COUNTRY_LIST } from "@/lib/table/definitions/countries";
import { SERVICE_LIST } from "@/lib/table/definitions/services";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

const isId = (id: string) => z.uuid().safeParse(id).success;

/** Services with what their address asks, and how many wait for a look. */
export async function loadCatalogServices(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(SERVICE_LIST, asked);
  const list = await listCatalogServices(getDeps(), actor, state);
  if (!list.ok) throw new Error(list.reason);
  return { ...list, state, canEdit: hasRole(actor.role, "ADMIN") };
}

/** One service; null when there is none. */
export async function loadCatalogService(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  if (!isId(id)) return null;
  const read = await getCatalogService(getDeps(), actor, id);
  if (!read.ok) throw new Error(read.reason);
  return read.service && { service: read.service, canEdit: hasRole(actor.role, "ADMIN") };
}

export async function loadCatalogCountries(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(COUNTRY_LIST, asked);
  const list = await listCatalogCountries(getDeps(), actor, state);
  if (!list.ok) throw new Error(list.reason);
  return { ...list, state, canEdit: hasRole(actor.role, "ADMIN") };
}

/** One country with its operators; null when there is none. */
export async function loadCatalogCountry(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  if (!isId(id)) return null;
  const read = await getCatalogCountry(getDeps(), actor, id);
  if (!read.ok) throw new Error(read.reason);
  return read.country && { country: read.country, canEdit: hasRole(actor.role, "ADMIN") };
}
