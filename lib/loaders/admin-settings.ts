import "server-only";
import { getDeps } from "@/lib/deps";
import { hasRole } from "@/lib/domain/identity/policy";
import { getSetting } from "@/lib/domain/settings/queries";
import { LEGAL_TEXTS } from "@/lib/domain/settings/schema";
import { requireStaff } from "./session";

/** What the shop says of itself, as it is now. */
export async function loadShopSettings() {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const [brand, seller, limits, rates, ...legal] = await Promise.all([
    getSetting(deps, "brand"),
    getSetting(deps, "billing.seller"),
    getSetting(deps, "billing.limits"),
    getSetting(deps, "billing.rates"),
    ...LEGAL_TEXTS.map(async (text) => ({ text, ...(await getSetting(deps, `legal.${text}`)) })),
  ]);
  return { brand, seller, limits, rates, legal, mayEdit: hasRole(actor.role, "ADMIN") };
}
