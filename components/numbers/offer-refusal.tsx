import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { Refusal } from "@/lib/domain/kernel/result";
import { routes } from "@/lib/routes";
import { RefusalText } from "./refusal-text";
import type { RentOffer } from "./rent-offer";

interface OfferRefusalProps {
  refusal: { refusal: Refusal; offer: RentOffer };
  /** This page with its choice, to come back to. */
  back: string;
  /** What can be had instead. */
  others: RentOffer[];
  nameOf(offer: RentOffer): string;
  onChoose(offer: RentOffer): void;
}

/** Why it was not rented, and the next step. */
export function OfferRefusal({ refusal, back, others, nameOf, onChoose }: OfferRefusalProps) {
  const t = useTranslations("numbers.buy");
  const layout = useTranslations("layout");
  const { reason } = refusal.refusal;
  return (
    <div role="alert">
      <div className="flex flex-wrap items-center gap-3 rounded-panel border border-line-strong bg-surface p-3">
        <RefusalText refusal={refusal.refusal} currency={refusal.offer.currency} />
        {reason === "insufficient_funds" && (
          <LinkButton variant="secondary" href={routes.topUp({ back })}>
            {t("topUp")}
          </LinkButton>
        )}
        {reason === "daily_limit_reached" && (
          <LinkButton variant="secondary" href={routes.settings()}>
            {t("verifyEmail")}
          </LinkButton>
        )}
        {reason === "session_expired" && (
          <LinkButton variant="secondary" href={routes.signIn({ back })}>
            {layout("signIn")}
          </LinkButton>
        )}
        {reason === "no_stock" && others.length > 0 && (
          <span className="flex flex-wrap items-center gap-2 text-ink-2">
            {t("otherCountries")}
            {others.map((offer) => (
              <Button key={offer.offerId} variant="secondary" onClick={() => onChoose(offer)}>
                {nameOf(offer)}
              </Button>
            ))}
          </span>
        )}
      </div>
    </div>
  );
}
