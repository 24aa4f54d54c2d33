"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { useMoney } from "@/components/wallet/use-money";
import { parseDecimal, toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { routes } from "@/lib/routes";

/** What the wallet lacks for a price, a decimal of USD; null where there is enough. */
export function missingFor(price: string, available: string): string | null {
  const missing = (parseDecimal(price) ?? 0n) - (parseDecimal(available) ?? 0n);
  return missing > 0n ? toDecimal(missing) : null;
}

/** The way to the money that is missing, and back to this page afterwards. */
export function MissingMoney({ missing, back }: { missing: string; back: string }) {
  const t = useTranslations("vpn.manage");
  const amount = useMoney()(missing, WALLET_CURRENCY);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <LinkButton variant="secondary" href={routes.topUp({ back, amount: missing })}>
        {t("topUp", { missing: amount })}
      </LinkButton>
      <p className="text-ink-2 text-xs">{t("missing", { missing: amount })}</p>
    </div>
  );
}
