import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { PriceText } from "@/components/offers/price-text";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { PROTOCOL_NAMES } from "@/components/vpn/protocol-names";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffPlanVersion } from "@/lib/domain/vpn/staff-types";

const TEXTS = ["revision", "state", "protocols", "countryCodes"] as const;
const AMOUNTS = ["price", "priceToman", "durationDays", "traffic", "maxDevices", "live"] as const;

interface PlanVersionsProps {
  versions: readonly StaffPlanVersion[];
  /** The plan is on the shelf. */
  isSold: boolean;
}

/** What was sold under each number, newest first. */
export function PlanVersions({ versions, isSold }: PlanVersionsProps) {
  const t = useTranslations("vpnDesk.plans");
  const created = useTranslations("vpnDesk.f")("createdAt");
  const format = useFormatter();
  const bytes = useBytes();
  const count = (n: number) => format.number(n, "whole");
  const title = t("versions");
  const wordOf = ({ isCurrent, live }: StaffPlanVersion) => {
    if (isCurrent) return isSold ? "current" : "withdrawn";
    return live > 0 ? "older" : "past";
  };
  return (
    <Section title={title} lead={t("versionsLead")}>
      <Table caption={title}>
        <TableHead>
          <tr>
            {TEXTS.map((key) => (
              <TableHeader key={key}>{t(key)}</TableHeader>
            ))}
            {AMOUNTS.map((key) => (
              <TableHeader key={key} align="end">
                {t(key)}
              </TableHeader>
            ))}
            <TableHeader>{created}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {versions.map((one) => (
            <TableRow key={one.id}>
              <TableCell label={t("revision")}>{count(one.revision)}</TableCell>
              <TableCell label={t("state")}>
                <Badge tone={one.isCurrent && isSold ? "ok" : "neutral"}>{t(wordOf(one))}</Badge>
              </TableCell>
              <TableCell label={t("protocols")}>
                <Ltr>{one.protocols.map((protocol) => PROTOCOL_NAMES[protocol]).join(", ")}</Ltr>
              </TableCell>
              <TableCell label={t("countryCodes")}>
                {one.countryCodes.length > 0 ? <Ltr>{one.countryCodes.join(", ")}</Ltr> : t("allCountries")}
              </TableCell>
              <TableCell label={t("price")} align="end">
                <PriceText amount={one.priceUsd} className="tabular-nums" />
              </TableCell>
              <TableCell label={t("priceToman")} align="end">
                {one.priceToman === null ? t("byRate") : t("toman", { n: Number(one.priceToman) })}
              </TableCell>
              <TableCell label={t("durationDays")} align="end">
                {count(one.durationDays)}
              </TableCell>
              <TableCell label={t("traffic")} align="end">
                <bdi>{one.trafficBytes === null ? t("unlimited") : bytes(one.trafficBytes)}</bdi>
              </TableCell>
              <TableCell label={t("maxDevices")} align="end">
                {count(one.maxDevices)}
              </TableCell>
              <TableCell label={t("live")} align="end">
                {count(one.live)}
              </TableCell>
              <TableCell label={created}>
                <Moment at={one.createdAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
