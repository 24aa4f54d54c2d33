import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LoginAddress, StaffSessionView } from "@/lib/domain/identity/types";
import { DeviceName } from "./device-name";
import { UserAction } from "./user-action";

const ltr = (text: string | null) => (
  <bdi dir="ltr" className="break-all font-mono text-xs">
    {text ?? "–"}
  </bdi>
);

interface UserSessionsProps {
  userId: string;
  sessions: StaffSessionView[];
  canManage: boolean;
}

/** Every session of a person with every field, the ended ones too. */
export function UserSessions({ userId, sessions, canManage }: UserSessionsProps) {
  const t = useTranslations("users.sessions");
  const act = useTranslations("users.act.sessions");
  return (
    <Table caption={t("heading")}>
      <TableHead>
        <tr>
          <TableHeader>{t("device")}</TableHeader>
          <TableHeader>{t("address")}</TableHeader>
          <TableHeader>{t("created")}</TableHeader>
          <TableHeader>{t("lastSeen")}</TableHeader>
          <TableHeader>{t("expires")}</TableHeader>
          <TableHeader>{t("state")}</TableHeader>
          {canManage && (
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
              <span title={session.userAgent ?? undefined}>
                <DeviceName device={session.device} />
              </span>
            </TableCell>
            <TableCell label={t("address")}>{ltr(session.ipAddress)}</TableCell>
            <TableCell label={t("created")}>
              <Moment at={session.createdAt} />
            </TableCell>
            <TableCell label={t("lastSeen")}>
              <Moment at={session.lastSeenAt} />
            </TableCell>
            <TableCell label={t("expires")}>
              <Moment at={session.expiresAt} />
            </TableCell>
            <TableCell label={t("state")}>
              {session.isLive && <Badge tone="live">{t("live")}</Badge>}
              {!session.isLive && session.revokedAt && (
                <>
                  {t("revoked")} <Moment at={session.revokedAt} />
                </>
              )}
              {!session.isLive && !session.revokedAt && t("over")}
            </TableCell>
            {canManage && (
              <TableCell label={t("actions")} align="end">
                {session.isLive && (
                  <UserAction
                    kind="sessions"
                    hidden={{ userId, sessionId: session.id }}
                    label={act("one")}
                    title={act("oneTitle")}
                    consequence={act("oneText")}
                    variant="ghost"
                    danger
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

/** The addresses that somebody signed in from, or tried to; each leads to whoever else was there. */
export function UserAddresses({ addresses }: { addresses: LoginAddress[] }) {
  const t = useTranslations("users.addresses");
  return (
    <Table caption={t("heading")}>
      <TableHead>
        <tr>
          <TableHeader>{t("address")}</TableHeader>
          <TableHeader align="end">{t("successes")}</TableHeader>
          <TableHeader align="end">{t("failures")}</TableHeader>
          <TableHeader>{t("first")}</TableHeader>
          <TableHeader>{t("last")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {addresses.map((address) => (
          <TableRow key={address.ipAddress}>
            <TableCell label={t("address")}>{ltr(address.ipAddress)}</TableCell>
            <TableCell label={t("successes")} align="end">
              {address.successes}
            </TableCell>
            <TableCell label={t("failures")} align="end">
              {address.failures}
            </TableCell>
            <TableCell label={t("first")}>
              <Moment at={address.firstAt} />
            </TableCell>
            <TableCell label={t("last")}>
              <Moment at={address.lastAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
