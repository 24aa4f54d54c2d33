import { useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StaffPanelRow } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { PanelHealth } from "./panel-health";
import { PANEL_NAMES } from "./panel-names";

/** Every panel with the servers that use it, also those of none. */
export function PanelList({ panels }: { panels: readonly StaffPanelRow[] }) {
  const t = useTranslations("vpnDesk");
  const title = t("panels.title");
  return (
    <Section title={title} lead={t("panels.lead")}>
      {panels.length === 0 ? (
        <Panel className="text-ink-2 text-sm">{t("panels.empty")}</Panel>
      ) : (
        <Table caption={title}>
          <TableHead>
            <tr>
              <TableHeader>{t("f.name")}</TableHeader>
              <TableHeader>{t("f.kind")}</TableHeader>
              <TableHeader>{t("f.health")}</TableHeader>
              <TableHeader>{t("f.probedAt")}</TableHeader>
              <TableHeader>{t("panels.servers")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {panels.map((panel) => (
              <TableRow key={panel.id}>
                <TableCell label={t("f.name")}>
                  <span className="flex min-w-0 flex-col">
                    <Link
                      href={routes.adminVpnPanel(panel.id)}
                      prefetch={false}
                      className="underline underline-offset-2"
                    >
                      <bdi>{panel.name}</bdi>
                    </Link>
                    <Ltr className="min-w-32 self-start text-ink-3 text-xs [overflow-wrap:anywhere]">
                      {panel.url}
                    </Ltr>
                  </span>
                </TableCell>
                <TableCell label={t("f.kind")}>
                  <Ltr>{PANEL_NAMES[panel.kind]}</Ltr>
                </TableCell>
                <TableCell label={t("f.health")}>
                  <PanelHealth code={panel.healthCode} />
                </TableCell>
                <TableCell label={t("f.probedAt")}>
                  {panel.probedAt ? <Moment at={panel.probedAt} /> : "–"}
                </TableCell>
                <TableCell label={t("panels.servers")}>
                  <bdi>{panel.servers.map(({ name }) => name).join(", ") || t("panels.noServer")}</bdi>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
