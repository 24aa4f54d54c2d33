import { useFormatter, useTranslations } from "next-intl";
import { GatewayName } from "@/components/billing/gateway-name";
import { Moment } from "@/components/layout/moment";
import { Badge, type Tone } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { RunSource, RunView } from "@/lib/domain/reconciliation/types";
import { RunNow } from "./run-now";
import { RunProgress } from "./run-progress";
import { TotalsTable } from "./totals-table";

const ANSWER_TONES: Record<RunSource["answer"], Tone> = { read: "ok", off: "neutral", unavailable: "warn" };

function Sources({ sources }: { sources: readonly RunSource[] }) {
  const t = useTranslations("reconciliation.source");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {sources.map((source) => (
        <li key={source.gateway} className="flex flex-wrap items-center gap-2">
          <GatewayName gateway={source.gateway} />
          <Badge tone={ANSWER_TONES[source.answer]}>{t(source.answer, { count: source.movements })}</Badge>
        </li>
      ))}
    </ul>
  );
}

function Result({ run }: { run: RunView }) {
  const t = useTranslations("reconciliation");
  const format = useFormatter();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2" role="status">
      {run.status === "FAILED" && <Badge tone="bad">{t("failed")}</Badge>}
      {run.status === "COMPLETED" && run.findingCount === 0 && <Badge tone="ok">{t("agree")}</Badge>}
      {run.status === "COMPLETED" && (run.findingCount ?? 0) > 0 && (
        <Badge tone="bad">{t("differ", { count: run.findingCount ?? 0 })}</Badge>
      )}
      <span className="text-ink-2 text-sm">
        {t.rich("when", { at: () => <Moment at={run.finishedAt ?? run.startedAt} /> })}
      </span>
      {run.comparedMs !== null && (
        <span className="text-ink-2 text-sm">
          {t("took", {
            entries: run.entryCount ?? 0,
            movements: run.movementCount ?? 0,
            seconds: format.number(run.comparedMs / 1000, "parts"),
          })}
        </span>
      )}
    </p>
  );
}

/** The last comparison, or the one that runs: how far it is, what it found, what each gateway answered, the sums. */
export function RunState({ runs, mayAsk }: { runs: readonly RunView[]; mayAsk: boolean }) {
  const t = useTranslations("reconciliation");
  const running = runs.find(({ status }) => status === "RUNNING");
  const last = runs.find(({ status }) => status !== "RUNNING");
  return (
    <Panel as="section" aria-label={t("last")} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        {last ? <Result run={last} /> : <p role="status">{t("never")}</p>}
        <RunNow isRunning={running !== undefined} mayAsk={mayAsk} label={t("now")} />
      </div>
      {running && <RunProgress step={running.step} />}
      {last?.lastError && (
        <p className="text-bad text-sm">
          <bdi dir="ltr" className="break-words font-mono">
            {last.lastError}
          </bdi>
        </p>
      )}
      {last && <Sources sources={last.sources} />}
      {last && last.totals.length > 0 && <TotalsTable totals={last.totals} />}
    </Panel>
  );
}
