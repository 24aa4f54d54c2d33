import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SessionView } from "@/lib/domain/identity/types";
import { DeviceName, useDeviceName } from "./device-name";
import { RevokeSession } from "./revoke-session";

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
          <TableRow key={session.id}>
            <TableCell label={t("device")}>
              <DeviceName device={session.device} />
            </TableCell>
            <TableCell label={t("address")}>
              <bdi dir="ltr">{session.ipAddress ?? "–"}</bdi>
            </TableCell>
            <TableCell label={t("since")}>
              <Moment at={session.createdAt} />
            </TableCell>
            <TableCell label={t("lastSeen")}>
              <Moment at={session.lastSeenAt} />
            </TableCell>
            {canRevoke && (
              <TableCell label={t("actions")} align="end">
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
