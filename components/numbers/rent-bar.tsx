import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import type { Refusal } from "@/lib/domain/kernel/result";
import type { BuyView } from "./buy-view";
import { OfferOperator, type OperatorChoice } from "./offer-operator";
import { RentButton } from "./rent-button";
import type { RentOffer } from "./rent-offer";

interface RentBarProps {
  view: BuyView;
  offer: RentOffer;
  operators: readonly OperatorChoice[];
  confirmAbove: string | null;
  /** Another row was just pressed: the button that rents it takes the focus, so that it is the next thing for everybody. */
  takesFocus: RefObject<boolean>;
  onRefused(refusal: Refusal | null, offer: RentOffer): void;
  /** Why it was not rented just now. */
  refusal: ReactNode;
}

/** In a hand: what is chosen and the button that rents it, always under the thumb, above the bottom bar. */
export function RentBar(props: RentBarProps) {
  const { view, offer, operators, confirmAbove, takesFocus, onRefused, refusal } = props;
  const t = useTranslations("numbers.buy");
  const { service, country, operator } = offer;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    button.current?.focus({ preventScroll: true });
  });
  return (
    <section
      aria-label={t("choice")}
      data-testid="rent-bar"
      className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 flex flex-col gap-2 border-line-strong border-t bg-paper px-4 py-2.5 md:hidden"
    >
      {refusal}
      <p className="flex min-w-0 items-center gap-2 text-sm">
        <ServiceIcon slug={service.slug} name={service.name} />
        <span className="truncate font-medium">{service.name}</span>
        <Flag iso2={country.iso2} />
        <span className="min-w-0 truncate">{country.name}</span>
      </p>
      <div className="flex items-end gap-2 *:min-w-0 *:flex-1 [&_button]:w-full [&_label]:sr-only">
        {view.by === "service" && operators.length > 0 && (
          <OfferOperator view={view} operators={operators} country={country.name} />
        )}
        <RentButton
          ref={button}
          key={`${offer.offerId}-${operator?.code ?? ""}`}
          offer={offer}
          confirmAbove={confirmAbove}
          variant="primary"
          onRefused={onRefused}
        />
      </div>
    </section>
  );
}
