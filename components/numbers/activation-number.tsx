"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { formatPhone } from "@/lib/format/phone";

/** The rented number, grouped, to copy with or without the plus sign. */
export function ActivationNumber({ e164 }: { e164: string }) {
  const t = useTranslations("numbers.active");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <bdi dir="ltr" className="font-mono text-lg tabular-nums" data-testid="phone-number">
        {formatPhone(e164)}
      </bdi>
      <CopyButton text={e164} label={t("copyNumber")} />
      <CopyButton text={e164.replace("+", "")} label={t("copyDigits")} variant="ghost" />
    </div>
  );
}
