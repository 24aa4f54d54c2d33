import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { isolateLtr } from "@/components/identity/isolate";
import { PROTOCOL_NAMES } from "@/components/vpn/protocol-names";
import { savePlanAction } from "@/lib/actions/vpn-plans";
import type { StaffPlanView } from "@/lib/domain/vpn/staff-types";
import type { ConfigProtocol } from "@/lib/domain/vpn/types";
import { PlanNowhere } from "./plan-nowhere";
import { PlanProtocols } from "./plan-protocols";

const BYTES_PER_GB = 1_073_741_824n;
const NAMES = ["name", "nameFa", "namePt"] as const;
const FEATURES = ["features", "featuresFa", "featuresPt"] as const;
const DIRECTIONS = { name: "ltr", nameFa: "rtl", namePt: "ltr" } as const;
const FEATURE_DIRECTIONS = { features: "ltr", featuresFa: "rtl", featuresPt: "ltr" } as const;

interface PlanFormProps {
  /** None for a new one. */
  plan?: StaffPlanView;
  /** Countries that have servers. */
  countries: readonly string[];
}

/** What a fresh form begins with, or what is stored, as its fields hold it. */
function valuesOf(plan: StaffPlanView | undefined) {
  if (!plan)
    return {
      tier: "",
      price: "",
      priceToman: "",
      durationDays: "30",
      trafficGb: "",
      maxDevices: "3",
      sort: "0",
    };
  return {
    tier: plan.tier,
    price: plan.priceUsd,
    priceToman: plan.priceToman ?? "",
    durationDays: String(plan.durationDays),
    trafficGb: plan.trafficBytes === null ? "" : String(BigInt(plan.trafficBytes) / BYTES_PER_GB),
    maxDevices: String(plan.maxDevices),
    sort: String(plan.sort),
  };
}

/** What an administrator decides about a plan: names and features in three languages, price, terms, where it leads. */
export function PlanForm({ plan, countries }: PlanFormProps) {
  const t = useTranslations("vpnDesk.plans");
  const form = useTranslations("vpnDesk.form");
  const errors = useTranslations("vpnDesk.fieldError");
  const words = useEditWords(t(plan ? "submit" : "new"), form("done"));
  const values = valuesOf(plan);
  const numbers = ["price", "priceToman", "durationDays", "trafficGb", "maxDevices", "sort"] as const;
  const hints: Record<string, string> = {
    price: t("priceHint"),
    priceToman: t("priceTomanHint"),
    trafficGb: t("trafficHint"),
  };
  return (
    <EditForm
      action={savePlanAction}
      version={plan?.version ?? 0}
      hidden={plan ? { planId: plan.id } : {}}
      words={words}
      atField={{ plan_without_server: "countryCodes" }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {NAMES.map((name) => (
          <EditField
            key={name}
            name={name}
            label={t(name)}
            error={errors(name)}
            value={plan?.[name] ?? ""}
            maxLength={80}
            dir={DIRECTIONS[name]}
          />
        ))}
        <EditField
          name="tier"
          label={t("tier")}
          hint={t("tierHint")}
          error={errors("tier")}
          value={values.tier}
          maxLength={40}
          dir="ltr"
        />
        {numbers.map((name) => (
          <EditField
            key={name}
            name={name}
            label={t(name)}
            hint={hints[name]}
            error={errors(name)}
            value={values[name]}
            inputMode={name === "price" ? "decimal" : "numeric"}
            dir="ltr"
          />
        ))}
        <EditField
          name="countryCodes"
          label={t("countryCodes")}
          hint={t("countryHint", { codes: isolateLtr(countries.join(", ") || "–") })}
          error={errors("countryCodes")}
          value={plan?.countryCodes.join(", ") ?? ""}
          dir="ltr"
        />
        <PlanProtocols
          label={t("protocols")}
          error={errors("protocols")}
          options={Object.entries(PROTOCOL_NAMES).map(([name, label]) => ({
            name,
            label,
            checked: plan?.protocols.includes(name as ConfigProtocol) ?? name === "VLESS",
          }))}
        />
        {FEATURES.map((name) => (
          <EditField
            key={name}
            kind="area"
            name={name}
            label={t(name)}
            error={errors(name)}
            value={plan?.[name].join("\n") ?? ""}
            dir={FEATURE_DIRECTIONS[name]}
          />
        ))}
        <div className="flex flex-col">
          <EditField kind="check" name="isTrial" label={t("isTrial")} checked={plan?.isTrial ?? false} />
          <EditField kind="check" name="isActive" label={t("isActive")} checked={plan?.isActive ?? true} />
          <PlanNowhere label={t("leadsNowhere")} hint={t("leadsNowhereHint")} />
        </div>
      </div>
    </EditForm>
  );
}
