import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LoginEventView } from "@/lib/domain/identity/types";
import { DeviceName } from "./device-name";

export function LoginHistory({ events }: { events: LoginEventView[] }) {
  const t = useTranslations("settings.history");
  if (events.length === 0) return <p className="text-ink-2 text-sm">{t("empty")}</p>;
  return (
    <Table caption={t("heading")}>
      <TableHead>
        <tr>
          <TableHeader>{t("at")}</TableHeader>
          <TableHeader>{t("what")}</TableHeader>
          <TableHeader>{t("device")}</TableHeader>
          <TableHeader>{t("address")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id}>
            <TableCell label={t("at")}>
              <Moment at={event.at} />
            </TableCell>
            <TableCell label={t("what")}>
              <span className={event.outcome === "SUCCESS" ? undefined : "text-bad"}>
                {t(`outcomes.${event.outcome}`)}
              </span>
            </TableCell>
            <TableCell label={t("device")}>
              <DeviceName device={event.device} />
            </TableCell>
            <TableCell label={t("address")}>
              <bdi dir="ltr">{event.ipAddress ?? "–"}</bdi>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
