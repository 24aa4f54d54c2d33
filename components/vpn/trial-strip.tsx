import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import type { PlanView, TrialState } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";
import { useBytes } from "./use-bytes";

/** The trial, with why it is not open where it is not. */
export function TrialStrip({
  plan,
  state,
  action,
}: {
  plan: PlanView;
  state: TrialState;
  action: ReactNode;
}) {
  const t = useTranslations("subscriptions.plans");
  const bytes = useBytes();
  const id = useId();
  const traffic = plan.trafficBytes === null ? t("unlimited") : bytes(plan.trafficBytes);
  return (
    <Panel
      as="section"
      aria-labelledby={id}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3"
    >
      <div className="flex flex-col gap-1">
        <h2 id={id} className="font-medium text-base">
          {t("trialTitle", { name: plan.name })}
        </h2>
        <p className="text-ink-2 text-sm">{t("trialText", { days: plan.durationDays, traffic })}</p>
      </div>
      {state === "open" && plan.lack && <p className="text-sm text-warn">{t(`lack.${plan.lack}`)}</p>}
      {state === "open" && !plan.lack && action}
      {state === "used" && <p className="text-ink-3 text-sm">{t("trialUsed")}</p>}
      {state === "needs_email" && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-ink-2 text-sm">{t("trialEmail")}</p>
          <LinkButton variant="secondary" href={routes.settings()}>
            {t("confirmEmail")}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}
