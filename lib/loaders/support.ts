import "server-only";
import { cache } from "react";
import { getDeps } from "@/lib/deps";
import { getSetting } from "@/lib/domain/settings/queries";

const KEPT_MS = 5_000;

/** Where people write when something is wrong; empty where the operator has said nothing. */
export const loadSupportEmail = cache(async (): Promise<string> => {
  const deps = getDeps();
  const { value } = await deps.kept.read("settings.brand", KEPT_MS, () => getSetting(deps, "brand"));
  return value.supportEmail;
});
