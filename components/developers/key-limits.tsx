import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { HandlerErrors } from "@/lib/domain/api-keys/types";

/** The limits of a key as they stand in its form. */
export interface KeyLimitValues {
  rateLimit: string;
  ipRestrictions: string;
  maxPrice: string;
  priceLimits: string;
  handlerErrors: HandlerErrors;
  numbersStatusSuffix: boolean;
}

export const FRESH_LIMITS: KeyLimitValues = {
  rateLimit: "600",
  ipRestrictions: "",
  maxPrice: "",
  priceLimits: "",
  handlerErrors: "VANILLA",
  numbersStatusSuffix: false,
};

interface KeyLimitsProps {
  values: KeyLimitValues;
  invalid: ReadonlySet<string>;
}

/** How often, from where and for how much a key may ask, and how it is answered by the older protocols. */
export function KeyLimits({ values, invalid }: KeyLimitsProps) {
  const t = useTranslations("apiKeys.limits");
  return (
    <>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 font-medium text-sm">{t("label")}</legend>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            name="rateLimit"
            label={t("rate")}
            hint={t("rateHint")}
            error={invalid.has("rateLimit") ? t("rateError") : undefined}
            defaultValue={values.rateLimit}
            inputMode="numeric"
            dir="ltr"
            maxLength={6}
          />
          <TextField
            name="maxPriceMicros"
            label={t("price")}
            hint={t("priceHint")}
            error={invalid.has("maxPriceMicros") ? t("priceError") : undefined}
            defaultValue={values.maxPrice}
            inputMode="decimal"
            dir="ltr"
            maxLength={20}
          />
          <TextArea
            name="ipRestrictions"
            label={t("addresses")}
            hint={t("addressesHint")}
            error={invalid.has("ipRestrictions") ? t("addressesError") : undefined}
            defaultValue={values.ipRestrictions}
            placeholder={"203.0.113.7\n10.0.0.0/8"}
            dir="ltr"
            spellCheck={false}
            maxLength={3_000}
            className="font-mono"
          />
          <TextArea
            name="priceLimits"
            label={t("services")}
            hint={t("servicesHint")}
            error={invalid.has("priceLimits") ? t("servicesError") : undefined}
            defaultValue={values.priceLimits}
            placeholder={t("servicesExample")}
            dir="ltr"
            spellCheck={false}
            maxLength={5_000}
            className="font-mono"
          />
        </div>
      </fieldset>
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center text-ink-2 underline underline-offset-2 hover:text-ink md:min-h-8">
          {t("protocol")}
        </summary>
        <div className="grid items-start gap-4 pt-3 sm:grid-cols-2">
          <Select
            name="handlerErrors"
            label={t("errors")}
            hint={t("errorsHint")}
            defaultValue={values.handlerErrors}
            options={[
              { value: "VANILLA", label: t("vanilla") },
              { value: "HTTP", label: t("http") },
            ]}
          />
          <Checkbox
            name="numbersStatusSuffix"
            label={t("suffix")}
            hint={t("suffixHint")}
            defaultChecked={values.numbersStatusSuffix}
          />
        </div>
      </details>
    </>
  );
}
