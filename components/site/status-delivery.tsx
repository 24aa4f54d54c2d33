import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";

interface Delivery {
  withCode: number;
  finished: number;
}

const SPANS = ["today", "week"] as const;

/** How often a code came, with the number it was measured by. */
export function StatusDelivery({ delivery }: { delivery: { today: Delivery; week: Delivery } }) {
  const t = useTranslations("site.status");
  const format = useFormatter();
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
                    <span className="font-medium text-2xl">
                      {format.number(withCode / finished, "share")}
                    </span>
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
