import "server-only";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { getOfferDetail } from "@/lib/domain/catalog/queries/get-offer-detail";
import { getCatalogCountry, listCatalogCountries } from "@/lib/domain/catalog/queries/list-catalog-countries";
import { getCatalogService, listCatalogServices } from "@/lib/domain/catalog/queries/list-catalog-services";
import { listOffers } from "@/lib/domain/catalog/queries/list-offers";
import { listPriceBatches, readPriceDraft } from "@/lib/domain/catalog/queries/price-batches";
import { hasRole } from "@/lib/domain/identity/policy";
import { listSupplierOffers } from "@/lib/domain/supply/queries/supplier-offers";
import { COUNTRY_LIST } from "@/lib/table/definitions/countries";
import { OFFER_LIST } from "@/lib/table/definitions/offers";
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

export async function loadOffers(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(OFFER_LIST, asked);
  const list = await listOffers(getDeps(), actor, state);
  if (!list.ok) throw new Error(list.reason);
  return { ...list, state, canEdit: hasRole(actor.role, "ADMIN") };
}

/** One offer with the history of its price; null when there is none. */
export async function loadOffer(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  if (!isId(id)) return null;
  const read = await getOfferDetail(getDeps(), actor, id);
  if (!read.ok) throw new Error(read.reason);
  const { offer } = read;
  if (!offer) return null;
  const suppliers = await listSupplierOffers(getDeps(), {
    serviceId: offer.service.id,
    countryId: offer.country.id,
  });
  return { offer, suppliers, canEdit: hasRole(actor.role, "ADMIN") };
}

/** What was changed in one step before, and the categories to choose from. */
export async function loadPriceBatches() {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const [read, list] = await Promise.all([
    listPriceBatches(deps, actor),
    listOffers(deps, actor, { ...readTableState(OFFER_LIST, {}), pageSize: 1 }),
  ]);
  if (!read.ok) throw new Error(read.reason);
  if (!list.ok) throw new Error(list.reason);
  return { batches: read.batches, categories: list.categories, canEdit: hasRole(actor.role, "ADMIN") };
}

/** A preview of many prices with one page of its lines; null when there is none. */
export async function loadPriceDraft(id: string, asked: { page?: string | string[] }) {
  const { actor } = await requireStaff("SUPPORT");
  if (!isId(id)) return null;
  const page = z.coerce.number().int().min(1).max(1_000).catch(1).parse(asked.page);
  const read = await readPriceDraft(getDeps(), actor, { id, page });
  if (!read.ok) throw new Error(read.reason);
  return read.draft && { draft: read.draft, canEdit: hasRole(actor.role, "ADMIN") };
}
