import "server-only";
import { cache } from "react";
import { getDeps } from "@/lib/deps";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings/defaults";
import { getSetting } from "@/lib/domain/settings/queries";

const KEPT_MS = 5_000;

const loadBrand = cache(async () => {
  const deps = getDeps();
  try {
    return (await deps.kept.read("settings.brand", KEPT_MS, () => getSetting(deps, "brand"))).value;
  } catch (error) {
    // The frame of a page stands also while the database does not; the page in it says what is wrong.
    deps.log.warn({ err: error }, "the shop's name could not be read");
    return DEFAULT_SETTINGS.brand;
  }
});

/** Where people write when something is wrong; empty where the operator has said nothing. */
export async function loadSupportEmail(): Promise<string> {
  return (await loadBrand()).supportEmail;
}

/** How the shop is called. */
export async function loadShopName(): Promise<string> {
  return (await loadBrand()).name;
}
