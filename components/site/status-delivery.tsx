import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { formatPercent } from "@/lib/format/number";

interface Delivery {
  withCode: number;
  finished: number;
}

const SPANS = ["today", "week"] as const;

/** How often a code came, with the number it was measured by. */
export function StatusDelivery({ delivery }: { delivery: { today: Delivery; week: Delivery } }) {
  const t = useTranslations("site.status");
  const locale = useLocale();
  return (
    <section aria-labelledby="delivery" className="flex flex-col gap-4">
      <h2 id="delivery" className="font-semibold text-xl tracking-tight">
        {t("delivery")}
      </h2>
      <dl className="grid gap-3 sm:grid-cols-2">
        {SPANS.map((span) => {
          const { withCode, finished } = delivery[span];
          return (
            <Panel key={span}>
              <dt className="text-ink-2 text-sm">{t(span)}</dt>
              <dd className="flex flex-wrap items-baseline gap-x-3">
                {finished > 0 ? (
                  <>
                    <span className="font-medium text-2xl">{formatPercent(withCode / finished, locale)}</span>
                    <span className="text-ink-2 text-sm">{t("ofNumbers", { withCode, finished })}</span>
                  </>
                ) : (
                  <span className="text-ink-3">{t("none")}</span>
                )}
              </dd>
            </Panel>
          );
        })}
      </dl>
    </section>
  );
}
