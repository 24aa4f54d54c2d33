import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import type { LedgerReport } from "@/lib/domain/wallet/types";

/** Whether the books balance, checked now; every broken rule with its first rows. */
export function LedgerState({ report }: { report: LedgerReport }) {
  const t = useTranslations("admin");
  if (report.ok) {
    return (
      <p>
        <Badge tone="ok">{t("balances")}</Badge>
      </p>
    );
  }
  return (
    <div role="alert" className="flex flex-col gap-3">
      <p>
        <Badge tone="bad">{t("broken", { count: report.problems.length })}</Badge>
      </p>
      <CodeBlock label={t("broken", { count: report.problems.length })}>
        {JSON.stringify(report.problems, null, 2)}
      </CodeBlock>
    </div>
  );
}
