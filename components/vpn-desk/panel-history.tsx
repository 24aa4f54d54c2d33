import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { PanelHealth } from "./panel-health";

const Nothing = ({ children }: { children: string }) => (
  <Panel className="text-ink-2 text-sm">{children}</Panel>
);

/** The newest probes of a server's panel. */
export function ProbeHistory({ probes }: Pick<StaffServerDetail, "probes">) {
  const t = useTranslations("vpnDesk");
  const title = t("servers.history");
  return (
    <Section title={title}>
      {probes.length === 0 ? (
        <Nothing>{t("servers.noProbe")}</Nothing>
      ) : (
        <Table caption={title}>
          <TableHead>
            <tr>
              <TableHeader>{t("f.at")}</TableHeader>
              <TableHeader>{t("f.health")}</TableHeader>
              <TableHeader>{t("f.version")}</TableHeader>
              <TableHeader align="end">{t("f.latency")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {probes.map((probe) => (
              <TableRow key={probe.at}>
                <TableCell label={t("f.at")}>
                  <Moment at={probe.at} />
                </TableCell>
                <TableCell label={t("f.health")}>
                  <PanelHealth code={probe.code} />
                </TableCell>
                <TableCell label={t("f.version")}>
                  <Ltr>{probe.version ?? "–"}</Ltr>
                </TableCell>
                <TableCell label={t("f.latency")} align="end">
                  {probe.latencyMs === null ? "–" : t("servers.milliseconds", { n: probe.latencyMs })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

const COUNTS = ["ours", "there", "missing", "wrong", "leftOver"] as const;

/** The newest comparisons of our accounts with the panel's. */
export function CheckHistory({ checks }: Pick<StaffServerDetail, "checks">) {
  const t = useTranslations("vpnDesk");
  const format = useFormatter();
  const title = t("servers.checks");
  return (
    <Section title={title} lead={t("servers.checksLead")}>
      {checks.length === 0 ? (
        <Nothing>{t("servers.noCheck")}</Nothing>
      ) : (
        <Table caption={title}>
          <TableHead>
            <tr>
              <TableHeader>{t("f.at")}</TableHeader>
              {COUNTS.map((key) => (
                <TableHeader key={key} align="end">
                  {t(`f.${key}`)}
                </TableHeader>
              ))}
              <TableHeader>{t("f.strangers")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {checks.map((check) => (
              <TableRow key={check.at}>
                <TableCell label={t("f.at")}>
                  <Moment at={check.at} />
                </TableCell>
                {COUNTS.map((key) => (
                  <TableCell key={key} label={t(`f.${key}`)} align="end">
                    {format.number(check[key], "whole")}
                  </TableCell>
                ))}
                <TableCell label={t("f.strangers")}>
                  <Ltr className="[overflow-wrap:anywhere]">{check.strangers.join(", ") || "–"}</Ltr>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

/** Accounts that the panel did not take, with its own words. */
export function FailingAccounts({ failing }: Pick<StaffServerDetail, "failing">) {
  const t = useTranslations("vpnDesk");
  if (failing.length === 0) return null;
  return (
    <Section title={t("servers.failing")}>
      <Table caption={t("servers.failing")}>
        <TableHead>
          <tr>
            <TableHeader>{t("f.username")}</TableHeader>
            <TableHeader>{t("f.health")}</TableHeader>
            <TableHeader>{t("f.error")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {failing.map((account) => (
            <TableRow key={account.username}>
              <TableCell label={t("f.username")}>
                <Link
                  href={routes.adminVpnSubscription(account.subscriptionId)}
                  prefetch={false}
                  className="underline underline-offset-2"
                >
                  <Ltr className="font-mono">{account.username}</Ltr>
                </Link>
              </TableCell>
              <TableCell label={t("f.health")}>
                <PanelHealth code={account.code} />
              </TableCell>
              <TableCell label={t("f.error")}>
                <bdi>{account.text || "–"}</bdi>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
