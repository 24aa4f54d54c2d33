import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { StatusDelivery } from "@/components/site/status-delivery";
import { StatusParts } from "@/components/site/status-parts";
import { Jack } from "@/components/ui/jack";
import { partsOf, verdictOf } from "@/lib/format/status-parts";
import { publicMetadata } from "@/lib/loaders/site-metadata";
import { loadStatus } from "@/lib/loaders/status";
import { routes } from "@/lib/routes";

const COLOURS = { good: "text-ok", some: "text-warn", bad: "text-bad" } as const;

export function generateMetadata(): Promise<Metadata> {
  return publicMetadata("status", routes.status());
}

/** How the shop does right now, read from the running shop. */
export default async function StatusPage() {
  const t = await getTranslations("site");
  const format = await getFormatter();
  const status = await loadStatus();
  const parts = partsOf(status);
  const verdict = verdictOf(parts);
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={t("pages.status.title")}
        lead={t("status.lead", { time: format.dateTime(new Date(status.readAt), "short") })}
      />
      <p className="flex items-center gap-3 rounded-panel border border-line bg-surface p-5 font-medium text-lg">
        <Jack lit={verdict === "good"} className={`size-5 ${COLOURS[verdict]}`} />
        {t(`status.${verdict}`)}
      </p>
      <StatusParts parts={parts} />
      {status.isDatabaseUp && <StatusDelivery delivery={status.delivery} />}
    </div>
  );
}
