"use client";

import { useTranslations } from "next-intl";
import { AdjustmentPreview } from "@/components/wallet/adjustment-preview";
import type { HandCreditPreview } from "@/lib/domain/billing/types";

/** What writing money down for an invoice would do: the invoice's state after it, and each entry of the books. */
export function HandCreditEffect({ preview }: { preview: HandCreditPreview }) {
  const t = useTranslations("byHand");
  const words = useTranslations("billing");
  const { after, live } = preview;
  const state =
    after.status === "PAID" && after.exception === "MARKED"
      ? words("screen.marked")
      : words(`status.${after.status}`);
  return (
    <section aria-label={t("effect")} className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <p className="text-sm">{t("becomes", { state })}</p>
      <AdjustmentPreview preview={preview.posting} />
      {live && (
        <p role="alert" className="text-sm text-warn">
          {t(live)}
        </p>
      )}
    </section>
  );
}
