import "server-only";
import { cache } from "react";
import { getDeps } from "@/lib/deps";
import { getSetting } from "@/lib/domain/settings/queries";
import type { DisplayRate } from "@/lib/format/approximate";
import { loadPreferences } from "./preferences";

/** The currency that the person who looks wants beside dollars, with the shop's rate; null where there is none. */
export const loadDisplayRate = cache(
  async (): Promise<{ rate: DisplayRate | null; wanted: "USD" | DisplayRate["currency"] }> => {
    const { displayCurrency: wanted } = await loadPreferences();
    if (wanted === "USD") return { rate: null, wanted };
    const { value, changedAt } = await getSetting(getDeps(), "billing.rates");
    const perUsd = wanted === "BRL" ? value.brl : value.toman;
    return { rate: perUsd === "" ? null : { currency: wanted, perUsd, at: changedAt }, wanted };
  },
);
