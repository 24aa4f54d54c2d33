import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { DEFAULT_PREFERENCES } from "../preferences";
import type { Preferences } from "../types";

/** What the person chose; the defaults where they never did. */
export async function getPreferences(deps: KernelDeps, scope: CustomerScope): Promise<Preferences> {
  const row = await deps.db.userPreference.findUnique({ where: { userId: scope.userId } });
  if (!row) return DEFAULT_PREFERENCES;
  const { calendar, digits, timeZone, displayCurrency, theme, density } = row;
  const { isSoundOn, isTitleOn, isAutoCopyOn, areShortcutsOn, confirmAboveMicros } = row;
  const { areMoneyMailsOn, lowBalanceMicros } = row;
  return {
    calendar,
    digits,
    timeZone,
    displayCurrency,
    theme,
    density,
    isSoundOn,
    isTitleOn,
    isAutoCopyOn,
    areShortcutsOn,
    confirmAboveMicros,
    areMoneyMailsOn,
    lowBalanceMicros,
  };
}
