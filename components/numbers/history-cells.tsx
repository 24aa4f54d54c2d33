import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import type { NarrowPlace } from "@/components/ui/table";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { OrderView } from "@/lib/domain/numbers/types";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { HistoryColumn } from "@/lib/table/definitions/history";
import { ActivationStatus } from "./activation-status";
import { HiddenCode } from "./hidden-code";

/** On a phone: the service and its price, the country and how it ended, the number and its code, the times below. */
export const HISTORY_NARROW = {
  service: { className: "font-medium max-md:col-start-1 max-md:row-start-1 md:font-normal" },
  price: { className: "max-md:col-start-2 max-md:row-start-1 max-md:justify-self-end" },
  country: { className: "max-md:col-start-1 max-md:row-start-2" },
  outcome: { className: "max-md:col-start-2 max-md:row-start-2 max-md:justify-self-end" },
  number: { className: "max-md:col-start-1 max-md:row-start-3" },
  code: { className: "max-md:col-start-2 max-md:row-start-3 max-md:justify-self-end" },
  date: { className: "max-md:col-start-1 max-md:row-start-4" },
  order: { className: "max-md:col-start-2 max-md:row-start-4 max-md:justify-self-end", isLabelled: true },
  ended: { className: "max-md:col-span-2 max-md:row-start-5", isLabelled: true },
} as const satisfies Record<HistoryColumn, NarrowPlace>;

/** How each column of an order is written. */
export function useHistoryCells(): Record<HistoryColumn, (order: OrderView) => ReactNode> {
  const locale = useLocale();
  return {
    date: (order) => (
      <Link
        href={routes.activation(order.id)}
        prefetch={false}
        className="underline underline-offset-2 hover:decoration-2"
      >
        <Moment at={order.createdAt} />
      </Link>
    ),
    order: (order) => <bdi dir="ltr">{order.number}</bdi>,
    service: (order) => order.service.name,
    country: (order) => countryName(order.country.iso2, locale, order.country.name),
    number: (order) => (
      <bdi dir="ltr" className="whitespace-nowrap font-mono text-sm">
        {order.phoneE164 ? formatPhone(order.phoneE164) : "–"}
      </bdi>
    ),
    code: (order) => (order.code ? <HiddenCode code={order.code} /> : "–"),
    price: (order) => (
      <bdi dir="ltr" className="tabular-nums">
        {formatMoney(parseDecimal(order.price) ?? 0n, order.currency, locale)}
      </bdi>
    ),
    outcome: (order) => <ActivationStatus order={order} />,
    ended: (order) => (order.endAt ? <Moment at={order.endAt} /> : "–"),
  };
}
