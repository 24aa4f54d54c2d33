import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useJobName } from "@/components/operations/job-name";
import { providerName } from "@/components/supply/provider-name";
import { supplierError } from "@/components/supply/supplier-error";
import { Panel } from "@/components/ui/panel";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Attention } from "@/lib/domain/overview/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const GRAVE: readonly Attention["kind"][] = [
  "ledger_broken",
  "orders_overdue",
  "money_alerts",
  "provider_paused",
  "job_late",
  "outbox_stuck",
];

function hrefOf(item: Attention): string {
  switch (item.kind) {
    case "ledger_broken":
    case "ledger_unchecked":
      return routes.adminLedger();
    case "orders_overdue":
      return routes.adminOrders({ status: "ACTIVE", sort: "startedAt" });
    case "money_alerts":
      return routes.adminMoney();
    case "disputes_running":
      return routes.adminPayments({ dispute: "RUNNING" });
    case "withdrawals_open":
      return routes.adminWithdrawals({ status: "OPEN" });
    case "provider_failing":
    case "provider_paused":
    case "provider_low_balance":
      return routes.adminProvider(item.id);
    case "policy_review":
      return routes.adminServices({ policy: "review" });
    case "legal_unwritten":
      return routes.adminSettings();
    default:
      return routes.adminJobs();
  }
}

/** What a person should look at now, the gravest first; each line leads to where it can be mended. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  const t = useTranslations("overview.attention");
  const seeded = useTranslations("providers.seeded");
  const faults = useTranslations("providers.faults");
  const jobName = useJobName();
  const locale = useLocale();
  const nameOf = (item: Attention): string => {
    if (item.kind === "job_late" || item.kind === "job_failing") return jobName(item.name);
    return "name" in item ? providerName(item.name, seeded) : "";
  };
  const errorOf = (item: Attention): string => {
    if (item.kind === "provider_failing" || item.kind === "provider_paused")
      return supplierError(item, faults);
    return "error" in item ? item.error : "";
  };
  const text = (item: Attention): string =>
    item.kind === "provider_low_balance"
      ? t(item.kind, {
          name: providerName(item.name, seeded),
          balance: formatMoney(item.balanceMicros, WALLET_CURRENCY, locale),
        })
      : t(item.kind, {
          count: 0,
          seconds: 0,
          ...item,
          fault: "",
          error: errorOf(item),
          name: nameOf(item),
        });
  return (
    <section aria-labelledby="attention-heading" className="flex flex-col gap-2">
      <h2 id="attention-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      {items.length === 0 ? (
        <Panel padding="slim" className="flex items-center gap-2 text-ink-2">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-ok" />
          {t("nothing")}
        </Panel>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
          {items.map((item) => {
            const isGrave = GRAVE.includes(item.kind);
            const Icon = isGrave ? CircleAlert : TriangleAlert;
            return (
              <li key={`${item.kind}-${"name" in item ? item.name : ""}`}>
                <Link
                  href={hrefOf(item)}
                  className="flex min-h-11 items-start gap-2.5 px-3 py-2.5 hover:bg-sunken"
                >
                  <Icon
                    aria-hidden="true"
                    className={`mt-0.5 size-4 shrink-0 ${isGrave ? "text-bad" : "text-warn"}`}
                  />
                  <span className="min-w-0 break-words">{text(item)}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
