import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SessionView } from "@/lib/domain/identity/types";
import { DeviceName, useDeviceName } from "./device-name";
import { RevokeSession } from "./revoke-session";

/** On a phone: the device and what can be done with it, its address, and the times below. */
const NARROW = {
  device: { className: "font-medium max-md:col-start-1 max-md:row-start-1 md:font-normal" },
  actions: { className: "max-md:col-start-2 max-md:row-start-1 max-md:justify-self-end" },
  address: { className: "max-md:col-span-2 max-md:row-start-2" },
  since: { className: "max-md:col-span-2 max-md:row-start-3", isLabelled: true },
  lastSeen: { className: "max-md:col-span-2 max-md:row-start-4", isLabelled: true },
};

/** Where somebody is signed in. `canRevoke` for their own list. */
export function SessionTable({ sessions, canRevoke }: { sessions: SessionView[]; canRevoke: boolean }) {
  const t = useTranslations("settings.sessions");
  const nameOf = useDeviceName();
  return (
    <Table caption={t("heading")}>
      <TableHead>
        <tr>
          <TableHeader>{t("device")}</TableHeader>
          <TableHeader>{t("address")}</TableHeader>
          <TableHeader>{t("since")}</TableHeader>
          <TableHeader>{t("lastSeen")}</TableHeader>
          {canRevoke && (
            <TableHeader align="end">
              <span className="sr-only">{t("actions")}</span>
            </TableHeader>
          )}
        </tr>
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <TableRow key={session.id} narrow>
            <TableCell label={t("device")} place={NARROW.device}>
              <DeviceName device={session.device} />
            </TableCell>
            <TableCell label={t("address")} place={NARROW.address}>
              <bdi dir="ltr">{session.ipAddress ?? "–"}</bdi>
            </TableCell>
            <TableCell label={t("since")} place={NARROW.since}>
              <Moment at={session.createdAt} />
            </TableCell>
            <TableCell label={t("lastSeen")} place={NARROW.lastSeen}>
              <Moment at={session.lastSeenAt} />
            </TableCell>
            {canRevoke && (
              <TableCell label={t("actions")} align="end" place={NARROW.actions}>
                {session.isCurrent ? (
                  <Badge tone="ok">{t("current")}</Badge>
                ) : (
                  <RevokeSession
                    sessionId={session.id}
                    deviceName={nameOf(session.device)}
                    since={session.createdAt}
                  />
                )}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
