import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { AllWell } from "@/components/ui/all-well";
import { resolveAlertAction } from "@/lib/actions/billing";
import type { MoneyAlertView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { alertWord } from "./alert-word";
import { DecisionButton } from "./decision-button";

const LOOKS = {
  CRITICAL: { icon: CircleAlert, tone: "text-bad" },
  WARNING: { icon: TriangleAlert, tone: "text-warn" },
  NOTICE: { icon: Info, tone: "text-info" },
} as const;

function AlertText({ alert }: { alert: MoneyAlertView }) {
  const t = useTranslations("money.alerts.kinds");
  const { gateway = "", amount = "", number = "", asset = "", error = "", failures = "" } = alert.details;
  const { what = "", count = "0" } = alert.details;
  const details = { gateway, amount, number, asset, error, failures, what, count: Number(count) };
  return t(alertWord(alert.kind), { ...details, kind: alert.kind });
}

/** What is wrong with money now, the gravest first; each ends with a person's word. */
export function AlertList({ alerts, mayMove }: { alerts: readonly MoneyAlertView[]; mayMove: boolean }) {
  const t = useTranslations("money.alerts");
  if (alerts.length === 0) return <AllWell>{t("none")}</AllWell>;
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {alerts.map((alert) => {
        const { icon: Icon, tone } = LOOKS[alert.level];
        return (
          <li key={alert.id} className="flex flex-wrap items-start justify-between gap-3 p-3">
            <div className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
              <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${tone}`} />
              <div className="flex min-w-0 flex-col gap-1">
                <p className="break-words">
                  <span className="sr-only">{t(`level.${alert.level}`)} </span>
                  <AlertText alert={alert} />
                </p>
                <p className="flex flex-wrap gap-x-3 text-ink-2 text-sm">
                  <Moment at={alert.firstSeenAt} />
                  {alert.refType === "invoice" && alert.refId && (
                    <Link
                      href={routes.adminInvoice(alert.refId)}
                      prefetch={false}
                      className="underline underline-offset-2"
                    >
                      {t("invoice")}
                    </Link>
                  )}
                  {alert.refType === "reconciliation" && alert.refId && (
                    <Link
                      href={routes.adminReconciliation({ kind: alert.refId })}
                      prefetch={false}
                      className="underline underline-offset-2"
                    >
                      {t("reconciliation")}
                    </Link>
                  )}
                </p>
              </div>
            </div>
            {mayMove && (
              <DecisionButton
                action={resolveAlertAction}
                hidden={{ alertId: alert.id }}
                words={{
                  open: t("done"),
                  title: t("doneTitle"),
                  text: t("doneText"),
                  submit: t("doneSubmit"),
                  keep: t("keep"),
                }}
                fields={[{ name: "reason", label: t("reason"), error: t("reasonError") }]}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
