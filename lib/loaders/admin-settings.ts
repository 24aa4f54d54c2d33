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
  const [brand, ...legal] = await Promise.all([
    getSetting(deps, "brand"),
    ...LEGAL_TEXTS.map(async (text) => ({ text, ...(await getSetting(deps, `legal.${text}`)) })),
  ]);
  return { brand, legal, mayEdit: hasRole(actor.role, "ADMIN") };
}
