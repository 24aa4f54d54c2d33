import "server-only";
import { cache } from "react";
import { getDeps } from "@/lib/deps";
import { DEFAULT_PREFERENCES } from "@/lib/domain/identity/preferences";
import { getPreferences } from "@/lib/domain/identity/queries/preferences";
import type { Preferences } from "@/lib/domain/identity/types";
import { customerScope } from "@/lib/domain/kernel/actor";
import { loadSession } from "./session";

/** What the person who looks chose; the defaults for visitors. Read once per request. */
export const loadPreferences = cache(async (): Promise<Preferences> => {
  const session = await loadSession();
  return session ? getPreferences(getDeps(), customerScope(session.actor)) : DEFAULT_PREFERENCES;
});

/** The same for drawing the frame of a page: where the database is away the page that says so still needs its looks. */
export async function loadLooks(): Promise<Preferences> {
  return loadPreferences().catch(() => DEFAULT_PREFERENCES);
}
