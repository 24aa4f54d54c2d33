import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import type { LedgerCheckResult } from "@/lib/domain/wallet/types";
import { CheckNow } from "./check-now";

/** Whether the books balance, when that was found, and every rule that does not hold with its first rows. */
export function CheckState({ check, canAsk }: { check: LedgerCheckResult | null; canAsk: boolean }) {
  const t = useTranslations("ledger.check");
  const format = useFormatter();
  const problems = check?.problems ?? [];
  return (
    <Panel className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2" role="status">
          {!check && t("never")}
          {check && problems.length === 0 && <Badge tone="ok">{t("balances")}</Badge>}
          {problems.length > 0 && <Badge tone="bad">{t("broken", { count: problems.length })}</Badge>}
          {check && (
            <span className="text-ink-2 text-sm">
              {t.rich("checked", {
                at: () => <Moment at={check.checkedAt} />,
                seconds: format.number(check.durationMs / 1000, "parts"),
              })}
            </span>
          )}
        </p>
        {canAsk && (
          <CheckNow checkedAt={check?.checkedAt ?? null} words={{ now: t("now"), running: t("running") }} />
        )}
      </div>
      {problems.map((problem) => (
        <details key={problem.rule} open>
          <summary className="min-h-11 cursor-pointer py-2 text-bad">
            <bdi dir="ltr" className="font-mono text-sm">
              {problem.rule}
            </bdi>{" "}
            ({t("rows", { count: problem.rows.length })})
          </summary>
          <CodeBlock label={problem.rule}>{JSON.stringify(problem.rows, null, 2)}</CodeBlock>
        </details>
      ))}
    </Panel>
  );
}
