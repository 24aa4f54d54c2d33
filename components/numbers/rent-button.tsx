"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type Ref, useState } from "react";
import { v4 as newKey } from "uuid";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-style";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useMoney } from "@/components/wallet/use-money";
import { rentNumberAction } from "@/lib/actions/numbers";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { actionRefusal } from "./action-refusal";
import { useLive } from "./live-provider";
import { isAbove, type RentOffer } from "./rent-offer";

interface RentButtonProps {
  offer: RentOffer;
  /** A price above this is asked about first, a decimal string. */
  confirmAbove: string | null;
  variant: ButtonVariant;
  onRefused(refusal: Refusal | null, offer: RentOffer): void;
  ref?: Ref<HTMLButtonElement>;
  tabIndex?: number;
}

/**
 * Rents one number at the price it names. The key is made once per drawn row, so that a double click (or a repeat after
 * a lost answer) rents once; a new one is made when the answer has been seen.
 */
export function RentButton({ offer, confirmAbove, variant, onRefused, ref, tabIndex }: RentButtonProps) {
  const t = useTranslations("numbers.buy");
  const money = useMoney();
  const router = useRouter();
  const { rented } = useLive();
  const [idempotencyKey, setKey] = useState(() => newKey());
  // What the server said when the shown price was not right any more; a fresh page knows better again.
  const [moved, setMoved] = useState<{ from: string; to: string } | null>(null);
  const price = moved?.from === offer.price ? moved.to : offer.price;
  const [isAsking, setAsking] = useState(false);
  const { execute, isPending } = useAction(rentNumberAction, {
    onSuccess({ data }) {
      setKey(newKey());
      if (data?.ok) {
        onRefused(null, offer);
        rented.current = data.order.id;
        router.push(routes.activation(data.order.id));
        return;
      }
      if (!data) return;
      const now = data.reason === "price_changed" ? data.details?.priceMicros : undefined;
      if (typeof now === "string") setMoved({ from: offer.price, to: toDecimal(BigInt(now)) });
      onRefused(data, offer);
    },
    onError: ({ error }) => onRefused(actionRefusal(error), offer),
  });
  const label = money(price, offer.currency);
  const names = { service: offer.service.name, country: offer.country.name, price: label };
  const rent = () => {
    setAsking(false);
    onRefused(null, offer);
    execute({
      service: offer.service.slug,
      country: offer.country.iso2,
      operator: offer.operator?.code,
      price,
      idempotencyKey,
    });
  };
  return (
    <>
      <Button
        ref={ref}
        type="button"
        tabIndex={tabIndex}
        data-control="rent"
        variant={variant}
        pending={isPending}
        disabled={offer.stock === 0}
        aria-label={t("rentFor", names)}
        onClick={() => (isAbove(price, confirmAbove) ? setAsking(true) : rent())}
      >
        {t("rent", { price: label })}
      </Button>
      {isAsking && (
        <ConfirmDialog
          open
          onOpenChange={setAsking}
          title={t("rentFor", names)}
          description={t("confirmText", { price: label })}
          confirmLabel={t("rent", { price: label })}
          cancelLabel={t("notNow")}
          onConfirm={rent}
        />
      )}
    </>
  );
}
