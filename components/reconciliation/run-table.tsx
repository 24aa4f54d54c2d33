import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge, type Tone } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RunView } from "@/lib/domain/reconciliation/types";

const TONES: Record<RunView["status"], Tone> = { RUNNING: "live", COMPLETED: "ok", FAILED: "bad" };

/** The comparisons before, the newest first. */
export function RunTable({ runs }: { runs: readonly RunView[] }) {
  const t = useTranslations("reconciliation");
  const format = useFormatter();
  const count = (value: number | null) => (value === null ? "–" : format.number(value, "whole"));
  if (runs.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-medium">{t("runs.title")}</h2>
      <Table caption={t("runs.title")}>
        <TableHead>
          <tr>
            <TableHeader>{t("runs.startedAt")}</TableHeader>
            <TableHeader>{t("runs.status")}</TableHeader>
            <TableHeader>{t("runs.by")}</TableHeader>
            <TableHeader align="end">{t("runs.found")}</TableHeader>
            <TableHeader align="end">{t("runs.fresh")}</TableHeader>
            <TableHeader align="end">{t("runs.healed")}</TableHeader>
            <TableHeader align="end">{t("runs.entries")}</TableHeader>
            <TableHeader align="end">{t("runs.seconds")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <TableCell label={t("runs.startedAt")}>
                <Moment at={run.startedAt} />
              </TableCell>
              <TableCell label={t("runs.status")}>
                <Badge tone={TONES[run.status]}>{t(`runs.state.${run.status}`)}</Badge>
              </TableCell>
              <TableCell label={t("runs.by")}>
                {run.requestedBy ? <bdi>{run.requestedBy.username}</bdi> : t("runs.daily")}
              </TableCell>
              <TableCell label={t("runs.found")} align="end">
                {count(run.findingCount)}
              </TableCell>
              <TableCell label={t("runs.fresh")} align="end">
                {count(run.newCount)}
              </TableCell>
              <TableCell label={t("runs.healed")} align="end">
                {count(run.healedCount)}
              </TableCell>
              <TableCell label={t("runs.entries")} align="end">
                {count(run.entryCount)}
              </TableCell>
              <TableCell label={t("runs.seconds")} align="end">
                {run.comparedMs === null
                  ? "–"
                  : t("runs.secondsValue", {
                      seconds: format.number(run.comparedMs / 1000, "parts"),
                    })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
