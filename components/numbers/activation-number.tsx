"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { CopyButton } from "@/components/ui/copy-button";

const GroupedPhone = lazy(() => import("./grouped-phone"));

/** The rented number, grouped; while it lives, to copy with or without the plus sign. */
export function ActivationNumber({ e164, canCopy }: { e164: string; canCopy: boolean }) {
  const t = useTranslations("numbers.active");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <bdi dir="ltr" className="font-mono text-lg tabular-nums" data-testid="phone-number">
        <Suspense fallback={e164}>
          <GroupedPhone e164={e164} />
        </Suspense>
      </bdi>
      {canCopy && (
        <span className="flex flex-wrap gap-2">
          <CopyButton text={e164} label={t("copyNumber")} />
          <CopyButton text={e164.replace("+", "")} label={t("copyDigits")} variant="ghost" content="slim" />
        </span>
      )}
    </div>
  );
}
