import { useTranslations } from "next-intl";
import type { RunStep } from "@/lib/domain/reconciliation/types";

const STEPS = ["ASKING_STRIPE", "ASKING_MERCADOPAGO", "ASKING_CHAIN", "COMPARING"] as const;

/** How far a comparison that runs has come. */
export function RunProgress({ step }: { step: RunStep }) {
  const t = useTranslations("reconciliation");
  const at = step === "DONE" ? STEPS.length : STEPS.indexOf(step);
  return (
    <div className="flex flex-col gap-2" role="status">
      <p>{t(`step.${step}`)}</p>
      <div
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={STEPS.length}
        aria-valuenow={at}
        className="flex gap-1"
      >
        {STEPS.map((name, index) => (
          <span
            key={name}
            className={`h-1.5 flex-1 rounded-full ${index < at ? "bg-accent" : index === at ? "animate-pulse bg-accent" : "bg-sunken"}`}
          />
        ))}
      </div>
    </div>
  );
}
