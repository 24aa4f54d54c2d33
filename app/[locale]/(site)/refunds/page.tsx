import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LandingCord } from "@/components/catalog/landing-cord";
import { PageHeader } from "@/components/layout/page-header";
import { RefundExample } from "@/components/site/refund-example";
import { RefundTable } from "@/components/site/refund-table";
import { loadRefundPolicy } from "@/lib/loaders/refunds";
import { publicMetadata } from "@/lib/loaders/site-metadata";
import { routes } from "@/lib/routes";

export function generateMetadata(): Promise<Metadata> {
  return publicMetadata("refunds", routes.refunds());
}

const minutes = (seconds: number) => Math.round(seconds / 60);

/** What happens to the money in every case, with the limits that the shop really keeps. */
export default async function RefundsPage() {
  const t = await getTranslations("site");
  const policy = await loadRefundPolicy();
  const { window } = policy;
  return (
    <div className="flex flex-col gap-12">
      <PageHeader title={t("pages.refunds.title")} lead={t("refunds.lead")} />
      <RefundTable cancelSeconds={policy.cancelRefundSeconds} resolveSeconds={policy.resolveSeconds} />
      {policy.example && <RefundExample example={policy.example} />}
      <section aria-labelledby="windows" className="flex flex-col gap-2">
        <h2 id="windows" className="font-semibold text-xl tracking-tight">
          {t("refunds.windows")}
        </h2>
        {window && (
          <p className="max-w-prose text-ink-2">
            {window.from === window.to
              ? t("refunds.windowTextOne", { to: minutes(window.to) })
              : t("refunds.windowText", {
                  from: minutes(window.from),
                  to: minutes(window.to),
                })}
          </p>
        )}
        <p className="max-w-prose text-ink-2">
          {policy.cancelAfterSeconds > 0
            ? t("refunds.cancelText", { seconds: policy.cancelAfterSeconds })
            : t("refunds.cancelTextNow")}
        </p>
      </section>
      <section aria-labelledby="not-refunded" className="flex flex-col gap-2">
        <h2 id="not-refunded" className="font-semibold text-xl tracking-tight">
          {t("refunds.notTitle")}
        </h2>
        <p className="max-w-prose text-ink-2">{t("refunds.notText")}</p>
      </section>
      <LandingCord />
    </div>
  );
}
