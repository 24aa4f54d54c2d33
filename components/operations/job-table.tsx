import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { JobRunView } from "@/lib/domain/operations/types";
import { useJobName } from "./job-name";
import { RunJobButton } from "./run-job-button";

function JobState({ job }: { job: JobRunView }) {
  const t = useTranslations("jobs");
  if (job.lateSeconds !== null) return <Badge tone="bad">{t("late", { seconds: job.lateSeconds })}</Badge>;
  if (job.lastErrorAt !== null && job.lastErrorAt === job.finishedAt)
    return <Badge tone="bad">{t("failed")}</Badge>;
  return <Badge tone="ok">{t("onTime")}</Badge>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function Every({ everyMs }: { everyMs: number }) {
  const t = useTranslations("jobs");
  if (everyMs % HOUR_MS === 0) return t("everyHours", { hours: everyMs / HOUR_MS });
  if (everyMs % MINUTE_MS === 0) return t("everyMinutes", { minutes: everyMs / MINUTE_MS });
  return t("every", { seconds: everyMs / 1000 });
}

/** Every job with its last round over all processes. */
export function JobTable({ jobs, mayOperate }: { jobs: readonly JobRunView[]; mayOperate: boolean }) {
  const t = useTranslations("jobs");
  const jobName = useJobName();
  const format = useFormatter();
  const ms = (value: number | null) => (value === null ? "–" : t("milliseconds", { value }));
  return (
    <Table caption={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("columns.name")}</TableHeader>
          <TableHeader>{t("columns.state")}</TableHeader>
          <TableHeader>{t("columns.lastRun")}</TableHeader>
          <TableHeader align="end">{t("columns.duration")}</TableHeader>
          <TableHeader align="end">{t("columns.handled")}</TableHeader>
          <TableHeader align="end">{t("columns.runs")}</TableHeader>
          <TableHeader align="end">{t("columns.failures")}</TableHeader>
          {mayOperate && <TableHeader align="end">{t("columns.run")}</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {jobs.map((job) => (
          <TableRow key={job.name}>
            <TableCell label={t("columns.name")}>
              <span className="flex flex-col">
                <span className="font-medium">{jobName(job.name)}</span>
                <span className="font-normal text-ink-3 text-xs">
                  {job.everyMs !== null && (
                    <>
                      <Every everyMs={job.everyMs} /> ·{" "}
                    </>
                  )}
                  <bdi dir="ltr" className="font-mono">
                    {job.name}
                  </bdi>
                </span>
                {job.lastError && (
                  <span className="max-w-md break-words text-ink-2 text-xs">
                    {t("lastError")} <bdi dir="ltr">{job.lastError}</bdi>
                    {job.lastErrorAt && (
                      <>
                        {" "}
                        · <Moment at={job.lastErrorAt} />
                      </>
                    )}
                  </span>
                )}
              </span>
            </TableCell>
            <TableCell label={t("columns.state")}>
              <JobState job={job} />
            </TableCell>
            <TableCell label={t("columns.lastRun")}>
              {job.finishedAt ? <Moment at={job.finishedAt} /> : t("never")}
            </TableCell>
            <TableCell label={t("columns.duration")} align="end">
              <bdi>{ms(job.durationMs)}</bdi>
            </TableCell>
            <TableCell label={t("columns.handled")} align="end">
              {job.handled === null ? "–" : format.number(job.handled, "whole")}
            </TableCell>
            <TableCell label={t("columns.runs")} align="end">
              {format.number(job.runs, "whole")}
            </TableCell>
            <TableCell label={t("columns.failures")} align="end">
              {format.number(job.failures, "whole")}
            </TableCell>
            {mayOperate && (
              <TableCell label={t("columns.run")} align="end">
                <RunJobButton name={job.name} label={t("runNow")} asked={t("asked")} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
