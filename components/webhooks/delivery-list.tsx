import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Count } from "@/components/ui/count";
import { Ltr } from "@/components/ui/ltr";
import type { DeliveryLine } from "@/lib/domain/webhooks/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { type DeliveryColumn, WEBHOOK_DELIVERIES } from "@/lib/table/definitions/webhooks";
import { type TablePage, type TableState, tableQuery } from "@/lib/table/table-state";
import { AttemptResult } from "./attempt-result";
import { DeliveryStatus } from "./delivery-status";

interface DeliveryListProps {
  endpointId: string;
  state: TableState<DeliveryColumn>;
  page: TablePage<DeliveryLine>;
}

/** What an endpoint was told; each line leads to what went and came. */
export function DeliveryList({ endpointId, state, page }: DeliveryListProps) {
  const t = useTranslations("webhookLog");
  const format = useFormatter();
  const query = tableQuery(WEBHOOK_DELIVERIES, state);
  return (
    <DataTable
      definition={WEBHOOK_DELIVERIES}
      state={state}
      page={page}
      path={routes.webhook(endpointId)}
      rowKey={(delivery) => delivery.id}
      words={{
        caption: t("log.title"),
        columns: {
          event: t("columns.event"),
          status: t("columns.status"),
          result: t("columns.result"),
          attempts: t("columns.attempts"),
          createdAt: t("columns.createdAt"),
          next: t("columns.next"),
          messageId: t("columns.messageId"),
        },
        filters: {
          status: {
            label: t("columns.status"),
            any: t("log.any"),
            options: {
              QUEUED: t("status.QUEUED"),
              RETRYING: t("status.RETRYING"),
              DELIVERED: t("status.DELIVERED"),
              FAILED: t("status.FAILED"),
              DISABLED: t("status.DISABLED"),
            },
          },
          event: { label: t("columns.event") },
        },
        empty: { title: t("log.empty"), text: t("log.emptyText") },
      }}
      cells={{
        event: ({ id, eventType, isTest, createdAt }) => (
          <span className="inline-flex flex-wrap items-baseline gap-x-2">
            <Link
              href={`${routes.webhook(endpointId, { ...query, delivery: id })}#delivery`}
              prefetch={false}
              aria-label={t("log.inspect", {
                event: eventType,
                at: format.dateTime(new Date(createdAt), "short"),
              })}
              className="inline-block py-1 underline underline-offset-2"
            >
              <Ltr className="font-mono text-[13px]">{eventType}</Ltr>
            </Link>
            {isTest && <span className="text-ink-3 text-xs">{t("log.test")}</span>}
          </span>
        ),
        status: ({ status }) => <DeliveryStatus status={status} />,
        result: ({ lastStatusCode, lastErrorCode }) => (
          <AttemptResult statusCode={lastStatusCode} errorCode={lastErrorCode} />
        ),
        attempts: ({ attemptCount }) => <Count of={attemptCount} />,
        createdAt: ({ createdAt }) => <Moment at={createdAt} />,
        next: ({ nextAttemptAt }) => nextAttemptAt && <Moment at={nextAttemptAt} />,
        messageId: ({ messageId }) => <Ltr className="font-mono text-xs">{messageId}</Ltr>,
      }}
    />
  );
}
