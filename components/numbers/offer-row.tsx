"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { Ltr } from "@/components/ui/ltr";
import { OwnAmount } from "@/components/wallet/display-rate";
import { useMoney } from "@/components/wallet/use-money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { Link } from "@/lib/i18n/navigation";
import { RentButton } from "./rent-button";
import type { RentOffer } from "./rent-offer";

const BAND_KEYS = { many: "stockMany", some: "stockSome", few: "stockFew", none: "stockNone" } as const;

interface OfferRowProps {
  offer: RentOffer;
  /** What was picked; the row names the other. */
  by: "service" | "country";
  /** This page with the row chosen. */
  href: string;
  onChosen(): void;
  /** It is the one that is chosen. */
  isPinned: boolean;
  confirmAbove: string | null;
  /** The one that is offered first wears the accent. */
  isNextStep: boolean;
  /** The Tab key stops here; the other rows are reached by the arrows. */
  isTabStop: boolean;
  onRefused(refusal: Refusal | null, offer: RentOffer): void;
}

/** One country: what is known about it, and the button that names its price. Columns line up with the other rows. */
export function OfferRow(props: OfferRowProps) {
  const { offer, by, href, onChosen, isPinned, isNextStep, confirmAbove, isTabStop, onRefused } = props;
  const tabIndex = isTabStop ? 0 : -1;
  const t = useTranslations("numbers.buy");
  const format = useFormatter();
  const money = useMoney();
  const { service, country, operator, band, successRate, sampleSize, medianWaitSeconds } = offer;
  return (
    <li
      data-testid={`offer-${by === "service" ? country.iso2.toLowerCase() : service.slug}`}
      data-pinned={isPinned || undefined}
      data-row={offer.offerId}
      data-name={by === "service" ? country.name : service.name}
      className="relative grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 px-4 py-2.5 focus-within:bg-sunken data-pinned:bg-accent-wash md:col-span-full md:grid-cols-subgrid"
    >
      <span className="flex min-w-0 items-center gap-3">
        {by === "service" ? (
          <Flag iso2={country.iso2} />
        ) : (
          <ServiceIcon slug={service.slug} name={service.name} />
        )}
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Link
            href={href}
            replace
            scroll={false}
            prefetch={false}
            onClick={onChosen}
            tabIndex={tabIndex}
            data-control="link"
            aria-current={isPinned ? "true" : undefined}
            className="min-w-0 break-words underline-offset-2 hover:underline max-md:scroll-mb-40 max-md:after:absolute max-md:after:inset-0 max-md:hover:no-underline"
          >
            {by === "service" ? country.name : service.name}
          </Link>
          {by === "service" && <Ltr className="text-ink-3 text-xs tabular-nums">+{country.phoneCode}</Ltr>}
          {operator && <span className="text-ink-2 text-sm">{operator.name}</span>}
        </span>
      </span>
      <span className="order-3 col-span-full flex flex-wrap gap-x-3 text-ink-2 text-sm md:order-none md:contents">
        <span>
          <span className="sr-only">{t("stock")}: </span>
          {t(BAND_KEYS[band])}
        </span>
        <span>
          <span className="sr-only">{t("rateLabel")}: </span>
          {successRate === null
            ? t("noRate")
            : t("rate", { rate: format.number(successRate, "share"), sample: sampleSize })}
        </span>
        <span>
          {medianWaitSeconds !== null && (
            <>
              <span className="sr-only">{t("waitLabel")}: </span>
              {t("wait", { seconds: medianWaitSeconds })}
            </>
          )}
        </span>
      </span>
      <span className="order-2 justify-self-end tabular-nums md:hidden">
        <Ltr>{money(offer.price, offer.currency)}</Ltr>
        <OwnAmount amount={offer.price} className="block text-end text-xs" />
      </span>
      <span className="order-2 hidden items-center gap-3 justify-self-end md:order-none md:flex">
        <OwnAmount amount={offer.price} className="text-sm" />
        <RentButton
          key={operator?.code ?? ""}
          tabIndex={tabIndex}
          offer={offer}
          confirmAbove={confirmAbove}
          variant={isNextStep ? "primary" : "secondary"}
          onRefused={onRefused}
        />
      </span>
    </li>
  );
}
