import { useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AuditEventView } from "@/lib/domain/audit/types";
import { isAuditAction } from "@/lib/domain/kernel/audit-actions";
import { AuditDiff } from "./audit-diff";

interface ThingHistoryProps {
  title: string;
  events: readonly AuditEventView[];
  /** Said where nothing was done. */
  none: string;
}

/** What was done to one thing, by whom and why, newest first. */
export function ThingHistory({ title, events, none }: ThingHistoryProps) {
  const t = useTranslations("audit");
  const columns = ["at", "actor", "action", "changes", "reason"] as const;
  return (
    <Section title={title}>
      {events.length === 0 ? (
        <Panel className="text-ink-2 text-sm">{none}</Panel>
      ) : (
        <Table caption={title}>
          <TableHead>
            <tr>
              {columns.map((column) => (
                <TableHeader key={column}>{t(`columns.${column}`)}</TableHeader>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <TableRow key={event.id}>
                <TableCell label={t("columns.at")}>
                  <Moment at={event.at} />
                </TableCell>
                <TableCell label={t("columns.actor")}>
                  <bdi>{event.actorName ?? t(`kinds.${event.actorKind}`)}</bdi>
                </TableCell>
                <TableCell label={t("columns.action")}>
                  {isAuditAction(event.action) ? t(`actions.${event.action}`) : t("otherAction")}
                </TableCell>
                <TableCell label={t("columns.changes")}>
                  <AuditDiff event={event} />
                </TableCell>
                <TableCell label={t("columns.reason")}>
                  <bdi className="break-words">{event.reason ?? "–"}</bdi>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
