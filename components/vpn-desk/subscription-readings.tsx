import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffReadingView } from "@/lib/domain/vpn/staff-types";

/** The newest bookings of traffic: what a customer who asks "why was I cut off" is answered with. */
export function SubscriptionReadings({ readings }: { readings: readonly StaffReadingView[] }) {
  const t = useTranslations("vpnDesk");
  const format = useFormatter();
  const bytes = useBytes();
  if (readings.length === 0) return null;
  const title = t("people.readings");
  return (
    <Section title={title} lead={t("people.readingsLead")}>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-2 md:min-h-8">
          {t("people.readingsShow", { n: readings.length })}
        </summary>
        <Table caption={title}>
          <TableHead>
            <tr>
              <TableHeader>{t("f.at")}</TableHeader>
              <TableHeader>{t("people.server")}</TableHeader>
              <TableHeader>{t("servers.panel")}</TableHeader>
              <TableHeader align="end">{t("usage.up")}</TableHeader>
              <TableHeader align="end">{t("usage.down")}</TableHeader>
              <TableHeader align="end">{t("people.counted")}</TableHeader>
              <TableHeader>{t("f.usageEpoch")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {readings.map((one) => (
              <TableRow key={`${one.panel} ${one.server} ${one.epoch} ${one.seq}`}>
                <TableCell label={t("f.at")}>
                  <Moment at={one.readAt} />
                </TableCell>
                <TableCell label={t("people.server")}>
                  <bdi>{one.server}</bdi>
                </TableCell>
                <TableCell label={t("servers.panel")}>
                  <bdi>{one.panel}</bdi>
                </TableCell>
                <TableCell label={t("usage.up")} align="end">
                  <bdi>{bytes(one.uploadBytes)}</bdi>
                </TableCell>
                <TableCell label={t("usage.down")} align="end">
                  <bdi>{bytes(one.downloadBytes)}</bdi>
                </TableCell>
                <TableCell label={t("people.counted")} align="end">
                  <Ltr>{format.number(one.multiplier / 100, "share")}</Ltr>
                </TableCell>
                <TableCell label={t("f.usageEpoch")}>
                  <Ltr className="font-mono text-xs [overflow-wrap:anywhere]">{`${one.epoch} · ${one.seq}`}</Ltr>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </details>
    </Section>
  );
}
