import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { draftPricesAction } from "@/lib/actions/catalog";
import type { PriceDraftView } from "@/lib/domain/catalog/types";

/** Says that prices would end in fractions of a cent, and offers the same change in whole cents. */
export function FractionNotice({ draft }: { draft: PriceDraftView }) {
  const t = useTranslations("offers.draft");
  const words = useEditWords(t("wholeCents"), "");
  const { counts, filter, mode, amount } = draft;
  if (counts.fractions === 0 || mode === "undo") return null;
  return (
    <div className="flex flex-col gap-3 rounded-control border border-warn p-3 text-sm">
      <p className="flex items-start gap-2">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
        {t("fractions", { count: counts.fractions })}
      </p>
      <EditForm
        action={draftPricesAction}
        words={words}
        variant="secondary"
        hidden={{
          services: filter.services.join(", "),
          countries: filter.countries.join(", "),
          category: filter.category,
          minPrice: filter.min ?? "",
          maxPrice: filter.max ?? "",
          mode,
          amount: amount ?? "",
          rounding: "cent",
        }}
      />
    </div>
  );
}
