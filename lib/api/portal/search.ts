import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "@/lib/deps";
import { listCatalogNames } from "@/lib/domain/catalog/queries/catalog-names";
import { findServices } from "@/lib/domain/catalog/queries/find-services";
import { listSoldCountries } from "@/lib/domain/catalog/queries/sold-countries";
import { hasRole } from "@/lib/domain/identity/policy";
import { listUsers } from "@/lib/domain/identity/queries/users";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { plainSearch } from "@/lib/domain/kernel/latin-digits";
import { normalizeForSearch, searchThings } from "@/lib/domain/kernel/search";
import { findOrders } from "@/lib/domain/numbers/queries/find-orders";
import { countryName } from "@/lib/format/country";
import { routing } from "@/lib/i18n/routing";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

const EACH = 5;
const query = z.object({
  q: z
    .string()
    .transform((text) => plainSearch(text.replaceAll("\0", "").trim()))
    .pipe(z.string().min(1).max(80)),
  locale: z.enum(routing.locales).catch("en"),
});

interface FoundCountry {
  iso2: string;
  name: string;
}

/** "wa br", "whatsapp brasil", "واتساپ برزیل": the last word may be a country, in any of the languages. */
async function readCountry(deps: Deps, word: string, locale: string): Promise<FoundCountry | null> {
  const wanted = normalizeForSearch(word);
  if (wanted.length < 2) return null;
  const countries = await listSoldCountries(deps);
  const named = countries.map(({ iso2, nameEn }) => ({
    iso2,
    name: countryName(iso2, locale, nameEn),
    words: [iso2, ...routing.locales.map((each) => countryName(iso2, each, nameEn))].map(normalizeForSearch),
  }));
  const found =
    named.find(({ words }) => words.includes(wanted)) ??
    (wanted.length > 2
      ? named.find(({ words }) => words.some((text) => text.startsWith(wanted)))
      : undefined);
  return found ? { iso2: found.iso2, name: found.name } : null;
}

async function findRents(deps: Deps, typed: string, locale: string) {
  const whole = await findServices(deps, typed, EACH);
  const words = typed.split(/\s+/);
  const last = words.at(-1) ?? "";
  const country = words.length > 1 ? await readCountry(deps, last, locale) : null;
  if (!country) return whole.map((service) => ({ service, country: null }));
  const services = await findServices(deps, words.slice(0, -1).join(" "), EACH);
  return services.map((service) => ({ service, country }));
}

async function findUsers(deps: Deps, actor: UserActor, typed: string) {
  if (!hasRole(actor.role, "SUPPORT")) return [];
  const { rows } = await listUsers(deps, actor, { search: typed }, { page: 1, pageSize: EACH });
  return rows.map(({ id, username, email, displayName }) => ({ id, username, email, displayName }));
}

/** Countries and services of the catalogue for staff, by their name in any of the languages. */
async function findEntries(deps: Deps, actor: UserActor, typed: string, locale: string) {
  const known = await listCatalogNames(deps, actor);
  const named = known.map((entry) =>
    entry.kind === "service"
      ? entry
      : {
          ...entry,
          name: countryName(entry.code, locale, entry.name),
          aliases: [
            ...entry.aliases,
            entry.name,
            ...routing.locales.map((each) => countryName(entry.code, each, entry.name)),
          ],
        },
  );
  return searchThings(named, typed)
    .slice(0, EACH)
    .map(({ kind, id, code, name }) => ({ kind, id, code, name }));
}

/** What the palette finds: services to rent, orders; for staff people and the catalogue. */
export function searchRoutes(deps: Deps) {
  return new Hono<ApiEnv>().get("/", async (c) => {
    const actor = c.get("actor");
    if (!actor) return problem(c, "unauthenticated");
    const asked = query.safeParse(c.req.query());
    if (!asked.success) return c.json({ rents: [], orders: [], users: [], entries: [] });
    const limit = await deps.rateLimits.take("search", actor.userId);
    if (!limit.allowed) return problem(c, "rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
    const { q, locale } = asked.data;
    const [rents, orders, users, entries] = await Promise.all([
      findRents(deps, q, locale),
      findOrders(deps, actor, q, EACH),
      findUsers(deps, actor, q),
      findEntries(deps, actor, q, locale),
    ]);
    return c.json({ rents, orders, users, entries });
  });
}
