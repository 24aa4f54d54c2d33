import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { useRouter } from "@/lib/i18n/navigation";
import { type BuyView, buyHref } from "./buy-view";
import type { RentOffer } from "./rent-offer";

export type OperatorChoice = NonNullable<RentOffer["operator"]>;

interface OfferOperatorProps {
  view: BuyView;
  operators: readonly OperatorChoice[];
  /** The country whose operators these are. */
  country: string;
}

/** Which mobile operator's number it should be; any will do at first. The choice is in the address. */
export function OfferOperator({ view, operators, country }: OfferOperatorProps) {
  const t = useTranslations("numbers.buy");
  const router = useRouter();
  return (
    <Select
      label={t("operatorIn", { country })}
      value={view.operator ?? ""}
      onChange={({ currentTarget }) =>
        router.replace(buyHref(view, { operator: currentTarget.value || null }), { scroll: false })
      }
      options={[
        { value: "", label: t("anyOperator") },
        ...operators.map(({ code, name }) => ({ value: code, label: name })),
      ]}
    />
  );
}
