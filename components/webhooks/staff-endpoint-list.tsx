import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Count } from "@/components/ui/count";
import { Ltr } from "@/components/ui/ltr";
import type { StaffEndpointView } from "@/lib/domain/webhooks/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { STAFF_WEBHOOKS, type StaffEndpointColumn } from "@/lib/table/definitions/webhooks";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { EndpointState } from "./endpoint-state";

interface StaffEndpointListProps {
  state: TableState<StaffEndpointColumn>;
  page: TablePage<StaffEndpointView>;
}

/** Everybody's endpoints, those that fail first. */
export function StaffEndpointList({ state, page }: StaffEndpointListProps) {
  const t = useTranslations("webhookLog");
  return (
    <DataTable
      definition={STAFF_WEBHOOKS}
      state={state}
      page={page}
      path={routes.adminWebhooks()}
      rowKey={(endpoint) => endpoint.id}
      words={{
        caption: t("staff.title"),
        search: t("staff.search"),
        columns: {
          url: t("columns.url"),
          user: t("columns.user"),
          state: t("columns.state"),
          waiting: t("columns.waiting"),
          failures: t("columns.failures"),
          lastSuccess: t("columns.lastSuccess"),
          events: t("columns.events"),
          createdAt: t("columns.createdAt"),
        },
        filters: {
          state: {
            label: t("columns.state"),
            any: t("staff.any"),
            options: { on: t("state.on"), failing: t("state.failing"), off: t("state.off") },
          },
        },
        empty: { title: t("staff.empty"), text: t("staff.emptyText") },
      }}
      cells={{
        url: ({ url, isSandbox }) => (
          <>
            <Ltr data-long className="font-mono text-[13px] [overflow-wrap:anywhere]">
              {url}
            </Ltr>
            {isSandbox && <span className="text-ink-3 text-xs"> · {t("sandbox")}</span>}
          </>
        ),
        user: ({ user }) => (
          <Link href={routes.adminUser(user.id)} prefetch={false} className="underline underline-offset-2">
            <Ltr>{user.username}</Ltr>
          </Link>
        ),
        state: (endpoint) => <EndpointState endpoint={endpoint} />,
        waiting: ({ waiting }) => <Count of={waiting} />,
        failures: ({ failuresInRow }) => <Count of={failuresInRow} />,
        lastSuccess: ({ lastSuccessAt }) => (lastSuccessAt ? <Moment at={lastSuccessAt} /> : t("never")),
        events: ({ events }) => t("eventCount", { count: events.length }),
        createdAt: ({ createdAt }) => <Moment at={createdAt} />,
      }}
    />
  );
}
