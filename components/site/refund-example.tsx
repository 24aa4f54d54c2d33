import { useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/layout/figure";
import { formatMoney } from "@/lib/format/money";

interface RefundExampleProps {
  example: {
    serviceName: string;
    countryName: string;
    priceMicros: bigint;
    balanceMicros: bigint;
    currency: string;
  };
}

/** The promise in amounts: one price of the moment, followed through both ends. */
export function RefundExample({ example }: RefundExampleProps) {
  const t = useTranslations("site.refunds");
  const locale = useLocale();
  const { priceMicros, balanceMicros, currency, serviceName, countryName } = example;
  const money = (micros: bigint) => formatMoney(micros, currency, locale);
  const left = money(balanceMicros - priceMicros);
  return (
    <section aria-labelledby="example" className="flex flex-col gap-4">
      <h2 id="example" className="font-semibold text-xl tracking-tight">
        {t("exampleTitle")}: {t("exampleOffer", { service: serviceName, country: countryName })}
      </h2>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Figure label={t("exampleBefore")} value={money(balanceMicros)} />
        <Figure label={t("exampleHeld")} value={money(priceMicros)} />
        <Figure label={t("exampleWith")} value={left} />
        <Figure label={t("exampleWithout")} value={money(balanceMicros)} />
      </dl>
      <p className="text-ink-3 text-sm">{t("exampleText", { balance: money(balanceMicros) })}</p>
    </section>
  );
}
