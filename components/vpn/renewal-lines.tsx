"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { RenewalView } from "@/lib/domain/vpn/types";
import { useBytes } from "./use-bytes";

/** What a renewal brings, and that it differs from what one has. */
export function RenewalLines({
  renewal,
}: {
  renewal: Pick<RenewalView, "durationDays" | "trafficBytes" | "maxDevices" | "isOtherTerms">;
}) {
  const t = useTranslations("vpn.manage");
  const format = useFormatter();
  const bytes = useBytes();
  const { durationDays, trafficBytes, maxDevices, isOtherTerms } = renewal;
  const lines = [
    [t("renewTime"), t("renewDays", { n: durationDays })],
    [t("renewTraffic"), trafficBytes === null ? t("renewUnlimited") : bytes(trafficBytes)],
    [t("renewDevices"), format.number(maxDevices, "whole")],
  ] as const;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <dl className="flex flex-col divide-y divide-line rounded-control border border-line">
        {lines.map(([label, value]) => (
          <div key={label} className="flex items-baseline justify-between gap-4 px-3 py-2">
            <dt className="shrink-0 text-ink-2">{label}</dt>
            <dd className="text-end tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {isOtherTerms && <p className="text-warn">{t("otherTerms")}</p>}
    </div>
  );
}
