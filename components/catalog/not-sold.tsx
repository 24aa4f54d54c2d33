import { useFormatter, useTranslations } from "next-intl";
import type { ProhibitedService } from "@/lib/domain/catalog/types";
import { ProhibitedReason } from "./prohibited-reason";

/** A name between isolates: in a right-to-left sentence it keeps its own direction without an element of its own. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** Every service that nobody gets here, under the reason that they share. */
export function NotSold({ services }: { services: readonly ProhibitedService[] }) {
  const t = useTranslations("pricing");
  const format = useFormatter();
  if (services.length === 0) return null;
  return (
    <section aria-labelledby="not-sold" className="flex flex-col gap-3 text-sm">
      <h2 id="not-sold" className="font-semibold text-lg">
        {t("notSoldTitle")}
      </h2>
      <details>
        <summary className="min-h-9 text-ink-2">{t("notSoldCount", { count: services.length })}</summary>
        <dl className="flex max-w-prose flex-col gap-4 pt-2">
          {[...new Set(services.map(({ reason }) => reason))].map((reason) => (
            <div key={reason} className="flex flex-col gap-1">
              <dt className="font-medium">
                <ProhibitedReason reason={reason} />
              </dt>
              <dd className="text-ink-2">
                {format.list(
                  services.filter((service) => service.reason === reason).map(({ name }) => isolated(name)),
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
