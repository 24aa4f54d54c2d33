import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { AllWell } from "@/components/ui/all-well";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { OutboxState } from "@/lib/domain/operations/types";
import { EventButtons } from "./event-buttons";

/** What still has to be told, and what could not be told although it was tried several times. */
export function OutboxPanel({ outbox, mayOperate }: { outbox: OutboxState; mayOperate: boolean }) {
  const t = useTranslations("jobs.outbox");
  const format = useFormatter();
  return (
    <section aria-labelledby="outbox-heading" className="flex flex-col gap-2">
      <h2 id="outbox-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      {outbox.waiting > 0 && (
        <p className="text-ink-2">{t("waiting", { count: outbox.waiting, seconds: outbox.oldestSeconds })}</p>
      )}
      {outbox.failing.length === 0 ? (
        <AllWell>{outbox.waiting === 0 ? t("told") : t("nothingStuck")}</AllWell>
      ) : (
        <Table caption={t("stuck")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("event")}</TableHeader>
              <TableHeader align="end">{t("attempts")}</TableHeader>
              <TableHeader>{t("error")}</TableHeader>
              <TableHeader>{t("created")}</TableHeader>
              <TableHeader>{t("next")}</TableHeader>
              {mayOperate && <TableHeader align="end">{t("actions")}</TableHeader>}
            </TableRow>
          </TableHead>
          <TableBody>
            {outbox.failing.map((event) => (
              <TableRow key={event.id}>
                <TableCell label={t("event")}>
                  <bdi dir="ltr" className="break-all font-mono text-xs">
                    {`${event.id} ${event.kind} ${event.subjectId ?? ""}`}
                  </bdi>
                </TableCell>
                <TableCell label={t("attempts")} align="end">
                  {format.number(event.attempts, "whole")}
                </TableCell>
                <TableCell label={t("error")}>
                  <bdi dir="ltr" className="break-words">
                    {event.lastError ?? "–"}
                  </bdi>
                </TableCell>
                <TableCell label={t("created")}>
                  <Moment at={event.createdAt} />
                </TableCell>
                <TableCell label={t("next")}>
                  <Moment at={event.nextAttemptAt} />
                </TableCell>
                {mayOperate && (
                  <TableCell label={t("actions")} align="end">
                    <EventButtons
                      id={event.id}
                      words={{
                        retry: t("retry"),
                        discard: t("discard"),
                        title: t("discardTitle", { kind: event.kind }),
                        text: t("discardText"),
                        keep: t("keep"),
                      }}
                    />
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
