import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { updateOfferAction } from "@/lib/actions/catalog";
import type { OfferDetail } from "@/lib/domain/catalog/types";
import { WarningConfirm } from "./warning-confirm";

const DISCOUNT_PLACES = [0, 1, 2, 3, 4] as const;

/** Prices, quantity discounts, whether it is on offer; the reason goes into the history. */
export function OfferForm({ offer, canEdit }: { offer: OfferDetail; canEdit: boolean }) {
  const t = useTranslations("offers.form");
  const tWarnings = useTranslations("offers.warnings");
  const words = useEditWords(t("submit"), t("done"));
  return (
    <EditForm
      action={updateOfferAction}
      version={offer.version}
      hidden={{ id: offer.id }}
      words={words}
      isReadOnly={!canEdit}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          name="currentPrice"
          label={t("currentPrice")}
          error={t("priceError")}
          value={offer.currentPrice}
          inputMode="decimal"
          dir="ltr"
          required
        />
        <EditField
          name="basePrice"
          label={t("basePrice")}
          hint={t("basePriceHint")}
          error={t("priceError")}
          value={offer.basePrice}
          inputMode="decimal"
          dir="ltr"
          required
        />
      </div>
      <EditField
        kind="check"
        name="isActive"
        label={t("isActive")}
        hint={t("isActiveHint")}
        checked={offer.isActive}
      />
      <details open={offer.bulkDiscounts.length > 0} className="group">
        <summary className="flex min-h-9 list-none items-center gap-1.5 pointer-coarse:min-h-11 font-medium text-sm [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            className="size-4 group-open:rotate-90 rtl:rotate-180 rtl:group-open:rotate-90"
          />
          {t("discounts")}
        </summary>
        <fieldset aria-label={t("discounts")} className="flex flex-col gap-3 pt-1">
          <p className="text-ink-3 text-xs">{t("discountsHint")}</p>
          {DISCOUNT_PLACES.map((place) => (
            <div key={place} className="grid grid-cols-2 items-start gap-3">
              <EditField
                name={`quantity${place}`}
                label={t("quantity", { number: place + 1 })}
                error={t("quantityError")}
                value={String(offer.bulkDiscounts[place]?.minQuantity ?? "")}
                inputMode="numeric"
                dir="ltr"
              />
              <EditField
                name={`price${place}`}
                label={t("pricePer", { number: place + 1 })}
                error={t("discountError")}
                value={offer.bulkDiscounts[place]?.pricePer ?? ""}
                inputMode="decimal"
                dir="ltr"
              />
            </div>
          ))}
        </fieldset>
      </details>
      <EditField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={400} />
      <WarningConfirm
        label={t("confirm")}
        words={{
          below_cost: tWarnings("below_cost"),
          jump_10x_up: tWarnings("jump_10x_up"),
          jump_10x_down: tWarnings("jump_10x_down"),
          jump_50_up: tWarnings("jump_50_up"),
          jump_50_down: tWarnings("jump_50_down"),
        }}
      />
    </EditForm>
  );
}
