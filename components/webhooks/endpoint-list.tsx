import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { EndpointView } from "@/lib/domain/webhooks/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { EndpointState } from "./endpoint-state";

/** One's own endpoints: few enough for one page. */
export function EndpointList({ endpoints }: { endpoints: EndpointView[] }) {
  const t = useTranslations("webhookLog");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("columns.url")}</TableHeader>
          <TableHeader>{t("columns.state")}</TableHeader>
          <TableHeader>{t("columns.project")}</TableHeader>
          <TableHeader>{t("columns.events")}</TableHeader>
          <TableHeader>{t("columns.lastSuccess")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {endpoints.map((endpoint) => (
          <TableRow key={endpoint.id}>
            <TableCell label={t("columns.url")}>
              <Link
                href={routes.webhook(endpoint.id)}
                prefetch={false}
                className="inline-block py-1 underline underline-offset-2"
              >
                <Ltr data-long className="font-mono text-[13px] [overflow-wrap:anywhere]">
                  {endpoint.url}
                </Ltr>
              </Link>
              {endpoint.description && <p className="text-ink-2 text-xs">{endpoint.description}</p>}
            </TableCell>
            <TableCell label={t("columns.state")}>
              <EndpointState endpoint={endpoint} />
            </TableCell>
            <TableCell label={t("columns.project")}>
              {endpoint.project?.name ?? t("wholeAccount")}
              {endpoint.isSandbox && ` · ${t("sandbox")}`}
            </TableCell>
            <TableCell label={t("columns.events")}>
              {t("eventCount", { count: endpoint.events.length })}
            </TableCell>
            <TableCell label={t("columns.lastSuccess")}>
              {endpoint.lastSuccessAt ? <Moment at={endpoint.lastSuccessAt} /> : t("never")}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
