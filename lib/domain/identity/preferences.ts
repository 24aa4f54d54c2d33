import type { Preferences } from "./types";

export const DEFAULT_PREFERENCES: Preferences = {
  calendar: "AUTO",
  digits: "AUTO",
  timeZone: null,
  displayCurrency: "USD",
  theme: "SYSTEM",
  density: "COMFORTABLE",
  isSoundOn: false,
  isTitleOn: true,
  isAutoCopyOn: false,
  areShortcutsOn: true,
  confirmAboveMicros: null,
  areMoneyMailsOn: true,
  lowBalanceMicros: null,
};

/** Whether this runtime can tell the time there. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
