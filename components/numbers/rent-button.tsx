"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type Ref, useState } from "react";
import { v4 as newKey } from "uuid";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-style";
import { useMoney } from "@/components/wallet/use-money";
import { rentNumberAction } from "@/lib/actions/numbers";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { RentOffer } from "./rent-offer";

interface RentButtonProps {
  offer: RentOffer;
  serviceName: string;
  variant: ButtonVariant;
  onRefused(refusal: Refusal | null, offer: RentOffer): void;
  ref?: Ref<HTMLButtonElement>;
}

/**
 * Rents one number at the price it names. The key is made once per drawn row, so that a double click (or a repeat after
 * a lost answer) rents once; a new one is made when the answer has been seen.
 */
export function RentButton({ offer, serviceName, variant, onRefused, ref }: RentButtonProps) {
  const t = useTranslations("numbers.buy");
  const money = useMoney();
  const router = useRouter();
  const [idempotencyKey, setKey] = useState(() => newKey());
  const [price, setPrice] = useState(offer.price);
  const { execute, isPending } = useAction(rentNumberAction, {
    onSuccess({ data }) {
      setKey(newKey());
      if (data?.ok) {
        onRefused(null, offer);
        router.push(routes.activation(data.order.id));
        return;
      }
      if (!data) return;
      const moved = data.reason === "price_changed" ? data.details?.priceMicros : undefined;
      if (typeof moved === "string") setPrice(toDecimal(BigInt(moved)));
      onRefused(data, offer);
    },
    onError: ({ error }) => onRefused(error.serverError ?? { ok: false, reason: "unavailable" }, offer),
  });
  const label = money(price, offer.currency);
  return (
    <Button
      ref={ref}
      type="button"
      variant={variant}
      pending={isPending}
      disabled={offer.stock === 0}
      aria-label={t("rentFor", { service: serviceName, country: offer.country.name, price: label })}
      onClick={() => {
        onRefused(null, offer);
        execute({ service: offer.service, country: offer.country.iso2, price, idempotencyKey });
      }}
    >
      {t("rent", { price: label })}
    </Button>
  );
}
