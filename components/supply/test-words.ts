import { useTranslations } from "next-intl";
import type { TestWords } from "./provider-test-facts";

/** What is said about a test call, for the browser, which has none of these sentences itself. */
export function useTestWords(): TestWords {
  const t = useTranslations("providers");
  const code = "{code}";
  return {
    answer: t("answer"),
    reachable: t("tested.reachable"),
    unreachable: t("tested.unreachable"),
    balance: t("tested.balance"),
    offers: t("tested.offers"),
    took: t("tested.took"),
    error: t("tested.error"),
    none: t("tested.none"),
    faults: {
      keyRefused: t("faults.keyRefused", { code }),
      moneyGone: t("faults.moneyGone", { code }),
      accountBlocked: t("faults.accountBlocked", { code }),
      unreachable: t("faults.unreachable", { code }),
      late: t("faults.late", { code }),
      garbled: t("faults.garbled", { code }),
    },
  };
}
