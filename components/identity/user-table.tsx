import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { UserListItem } from "@/lib/domain/identity/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const COLUMNS = ["username", "email", "role", "status", "level", "registered", "lastLogin"] as const;

export function UserTable({ users }: { users: UserListItem[] }) {
  const t = useTranslations("users");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          {COLUMNS.map((column) => (
            <TableHeader key={column}>{t(`columns.${column}`)}</TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {users.map((user) => (
          <TableRow key={user.id}>
            <TableCell label={t("columns.username")}>
              <Link href={routes.adminUser(user.id)} className="font-medium underline">
                <bdi dir="ltr">{user.username}</bdi>
              </Link>
            </TableCell>
            <TableCell label={t("columns.email")}>
              <bdi dir="ltr" className="break-all">
                {user.email ?? "–"}
              </bdi>
            </TableCell>
            <TableCell label={t("columns.role")}>{t(`roles.${user.role}`)}</TableCell>
            <TableCell label={t("columns.status")}>
              <Badge tone={user.status === "ACTIVE" ? "ok" : "bad"}>{t(`status.${user.status}`)}</Badge>
            </TableCell>
            <TableCell label={t("columns.level")}>
              <bdi>{user.verificationLevel}</bdi>
            </TableCell>
            <TableCell label={t("columns.registered")}>
              <Moment at={user.registeredAt} />
            </TableCell>
            <TableCell label={t("columns.lastLogin")}>
              {user.lastLoginAt ? <Moment at={user.lastLoginAt} /> : t("never")}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
