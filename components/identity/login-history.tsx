import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LoginEventView } from "@/lib/domain/identity/types";
import { DeviceName } from "./device-name";

/** On a phone: what happened and when, on which device and from where. */
const NARROW = {
  what: { className: "font-medium max-md:col-start-1 max-md:row-start-1 md:font-normal" },
  at: { className: "max-md:col-start-2 max-md:row-start-1 max-md:justify-self-end" },
  device: { className: "max-md:col-start-1 max-md:row-start-2" },
  address: { className: "max-md:col-start-2 max-md:row-start-2 max-md:justify-self-end" },
};

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
          <TableRow key={event.id} narrow>
            <TableCell label={t("at")} place={NARROW.at}>
              <Moment at={event.at} />
            </TableCell>
            <TableCell label={t("what")} place={NARROW.what}>
              <span className={event.outcome === "SUCCESS" ? undefined : "text-bad"}>
                {t(`outcomes.${event.outcome}`)}
              </span>
            </TableCell>
            <TableCell label={t("device")} place={NARROW.device}>
              <DeviceName device={event.device} />
            </TableCell>
            <TableCell label={t("address")} place={NARROW.address}>
              <bdi dir="ltr">{event.ipAddress ?? "–"}</bdi>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
