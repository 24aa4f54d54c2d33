import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import type { AuditEventView } from "@/lib/domain/audit/types";
import {
  AUDIT_ACTIONS,
  AUDIT_TARGETS,
  type AuditModule,
  isAuditAction,
} from "@/lib/domain/kernel/audit-actions";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { type AuditColumn, auditTable } from "@/lib/table/definitions/audit";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { AuditDiff } from "./audit-diff";
import { AuditTarget, type OfferName } from "./audit-target";

function Actor({ event }: { event: AuditEventView }) {
  const t = useTranslations("audit");
  const name = <bdi>{event.actorName ?? t(`kinds.${event.actorKind}`)}</bdi>;
  return (
    <span className="flex flex-col items-start">
      {event.actorId ? (
        <Link
          href={routes.adminUser(event.actorId)}
          prefetch={false}
          className="underline underline-offset-2"
        >
          {name}
        </Link>
      ) : (
        name
      )}
      <span className="text-ink-3 text-xs">{t(`kinds.${event.actorKind}`)}</span>
    </span>
  );
}

const code = (text: string | null) =>
  text === null ? (
    "–"
  ) : (
    <bdi dir="ltr" className="font-mono text-xs [overflow-wrap:anywhere]">
      {text}
    </bdi>
  );

/** The number that people know the thing by, or the file of an import, where the entry holds it. */
function numberOf({ changes, targetType }: AuditEventView): string | null {
  const named = targetType === "number_import" ? "fileName" : "number";
  const number = changes.find(({ field }) => field === named)?.after || null;
  return typeof number === "string" || typeof number === "number" ? String(number) : null;
}

interface AuditListProps {
  state: TableState<AuditColumn>;
  page: TablePage<AuditEventView>;
  /** What the offers of these rows sell, by their ids. */
  offers: ReadonlyMap<string, OfferName>;
}

export function AuditList({ state, page, offers }: AuditListProps) {
  const t = useTranslations("audit");
  return (
    <DataTable
      definition={auditTable}
      state={state}
      page={page}
      path={routes.adminAudit()}
      exportPath={apiRoutes.tableExport(auditTable.name)}
      rowKey={(event) => event.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          at: t("columns.at"),
          actor: t("columns.actor"),
          action: t("columns.action"),
          target: t("columns.target"),
          changes: t("columns.changes"),
          reason: t("columns.reason"),
          ip: t("columns.ip"),
          request: t("columns.request"),
          seal: t("columns.seal"),
        },
        filters: {
          actor: { label: t("columns.actor") },
          action: {
            label: t("columns.action"),
            options: Object.fromEntries(
              Object.values(AUDIT_ACTIONS).flatMap((actions) =>
                actions.map((action) => [action, t(`actions.${action}`)]),
              ),
            ),
            groups: Object.fromEntries(
              Object.keys(AUDIT_ACTIONS).map((module) => [module, t(`modules.${module as AuditModule}`)]),
            ),
          },
          kind: {
            label: t("kind"),
            options: {
              STAFF: t("kinds.STAFF"),
              USER: t("kinds.USER"),
              SYSTEM: t("kinds.SYSTEM"),
              CLI: t("kinds.CLI"),
              API_KEY: t("kinds.API_KEY"),
            },
          },
          target: {
            label: t("targetType"),
            options: Object.fromEntries(AUDIT_TARGETS.map((target) => [target, t(`targets.${target}`)])),
          },
          from: { label: t("from") },
          to: { label: t("to") },
        },
        empty: { title: t("empty") },
      }}
      cells={{
        at: (event) => <Moment at={event.at} />,
        actor: (event) => <Actor event={event} />,
        action: (event) => (
          <span className="font-medium">
            {isAuditAction(event.action) ? t(`actions.${event.action}`) : t("otherAction")}
          </span>
        ),
        target: (event) => (
          <AuditTarget
            type={event.targetType}
            id={event.targetId}
            number={numberOf(event)}
            offer={event.targetType === "offer" ? offers.get(event.targetId) : undefined}
          />
        ),
        changes: (event) => <AuditDiff event={event} />,
        reason: (event) => <bdi className="break-words">{event.reason ?? "–"}</bdi>,
        ip: (event) => code(event.ipAddress),
        request: (event) => code(event.requestId),
        seal: (event) =>
          event.isSealed ? (
            <span className="inline-flex items-center gap-1">
              <Lock aria-hidden="true" className="size-3.5" />
              {t("sealed")}
            </span>
          ) : (
            t("notYetSealed")
          ),
      }}
    />
  );
}
