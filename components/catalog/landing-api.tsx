import { useLocale, useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { LinkButton } from "@/components/ui/link-button";
import type { PriceRow } from "@/lib/domain/catalog/types";
import { apiRoutes, routes } from "@/lib/routes";

/** Five lines that work when they are pasted: the price of the moment, for programs. */
export function LandingApi({ origin, offer }: { origin: string; offer: PriceRow | undefined }) {
  const t = useTranslations("landing.api");
  const locale = useLocale();
  const query = offer ? `?search=${offer.service.slug}+${offer.country.iso2.toLowerCase()}` : "";
  const example = [
    `curl "${origin}${apiRoutes.prices("json")}${query}"`,
    ...(offer
      ? [
          `{ "count": 1, "prices": [{`,
          `    "service": "${offer.service.slug}", "country": "${offer.country.iso2}",`,
          `    "price": "${offer.price}", "currency": "${offer.currency}",`,
          `    "success_rate": ${offer.successRate === null ? null : Math.round(offer.successRate * 1000) / 1000}, "sample_size": ${offer.sampleSize} }] }`,
        ]
      : []),
  ].join("\n");
  return (
    <section
      aria-labelledby="api-heading"
      className="grid items-center gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div className="flex flex-col items-start gap-3">
        <h2 id="api-heading" className="font-semibold text-2xl tracking-tight">
          {t("title")}
        </h2>
        <p className="max-w-prose text-ink-2">{t("text")}</p>
        <LinkButton variant="secondary" prefetch={false} href={routes.pricing()} locale={locale}>
          {t("link")}
        </LinkButton>
      </div>
      <CodeBlock label={t("example")}>{example}</CodeBlock>
    </section>
  );
}
