import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import type { UserListItem } from "@/lib/domain/identity/types";
import { languageName } from "@/lib/format/language-name";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { USER_LIST, type UserColumn } from "@/lib/table/definitions/users";
import type { TablePage, TableState } from "@/lib/table/table-state";

const ltr = (text: string | null) => (
  <bdi dir="ltr" data-long={(text?.length ?? 0) > 20 || undefined} className="break-all">
    {text ?? "–"}
  </bdi>
);

interface UserListProps {
  state: TableState<UserColumn>;
  page: TablePage<UserListItem>;
}

/** Everybody, for staff. */
export function UserList({ state, page }: UserListProps) {
  const t = useTranslations("users");
  const locale = useLocale();
  const roles = { CUSTOMER: t("roles.CUSTOMER"), SUPPORT: t("roles.SUPPORT"), ADMIN: t("roles.ADMIN") };
  const statuses = { ACTIVE: t("status.ACTIVE"), SUSPENDED: t("status.SUSPENDED") };
  return (
    <DataTable
      definition={USER_LIST}
      state={state}
      page={page}
      path={routes.adminUsers()}
      exportPath={apiRoutes.tableExport(USER_LIST.name)}
      rowKey={(user) => user.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          username: t("columns.username"),
          email: t("columns.email"),
          name: t("facts.name"),
          phone: t("facts.phone"),
          role: t("columns.role"),
          status: t("columns.status"),
          level: t("columns.level"),
          language: t("facts.language"),
          registered: t("columns.registered"),
          lastLogin: t("columns.lastLogin"),
          id: t("facts.id"),
        },
        filters: {
          role: { label: t("columns.role"), options: roles },
          status: { label: t("columns.status"), options: statuses },
          level: { label: t("columns.level") },
        },
        empty: { title: t("empty") },
      }}
      cells={{
        username: (user) => (
          <Link href={routes.adminUser(user.id)} prefetch={false} className="font-medium underline">
            <bdi dir="ltr">{user.username}</bdi>
          </Link>
        ),
        email: (user) => ltr(user.email),
        name: (user) => <bdi>{user.displayName ?? "–"}</bdi>,
        phone: (user) => ltr(user.phone),
        role: (user) => roles[user.role],
        status: (user) => (
          <Badge tone={user.status === "ACTIVE" ? "ok" : "bad"}>{statuses[user.status]}</Badge>
        ),
        level: (user) => <Count of={user.verificationLevel} />,
        language: (user) => languageName(user.locale, locale),
        registered: (user) => <Moment at={user.registeredAt} />,
        lastLogin: (user) => (user.lastLoginAt ? <Moment at={user.lastLoginAt} /> : t("never")),
        id: (user) => ltr(user.id),
      }}
    />
  );
}
