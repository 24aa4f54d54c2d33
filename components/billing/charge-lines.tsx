import { useLocale, useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { OwnAmount } from "@/components/wallet/display-rate";
import { chargeIn, feeOf } from "@/lib/domain/kernel/charge";
import { toDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { chargeText } from "./charge-text";
import type { OfferedMethod } from "./offered-method";

interface ChargeLinesProps {
  method: OfferedMethod;
  amountMicros: bigint;
  /** What is bought with it at once; what is over stays in the wallet. */
  priceMicros?: bigint;
}

/** What arrives and what it costs, before anything is asked of a gateway. */
export function ChargeLines({ method, amountMicros, priceMicros }: ChargeLinesProps) {
  const t = useTranslations("billing.topUp");
  const locale = useLocale();
  const usd = (micros: bigint) => formatMoney(micros, "USD", locale);
  const feeMicros = feeOf(amountMicros, method.feeBps);
  const charge = method.perUsd === "" ? null : chargeIn(amountMicros + feeMicros, method.perUsd);
  const bought: [string, string][] = priceMicros === undefined ? [] : [[t("price"), usd(priceMicros)]];
  const restMicros = amountMicros - (priceMicros ?? 0n);
  const arrives: [string, string][] =
    restMicros > 0n ? [[t(bought.length > 0 ? "stays" : "wallet"), usd(restMicros)]] : [];
  const lines: [string, string][] = [
    ...bought,
    ...arrives,
    [t("fee"), feeMicros === 0n ? t("noFee") : usd(feeMicros)],
    [t("total"), usd(amountMicros + feeMicros)],
  ];
  if (charge) lines.push([t("charged"), chargeText(charge.amount, method.chargeCurrency, locale)]);
  return (
    <div className="flex flex-col gap-1">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {lines.map(([word, value]) => (
          <div key={word} className="contents last:font-medium">
            <dt className="text-ink-2">{word}</dt>
            <dd className="text-end tabular-nums">
              <Ltr>{value}</Ltr>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-end text-sm empty:hidden">
        <OwnAmount amount={toDecimal(amountMicros + feeMicros)} />
      </p>
    </div>
  );
}
