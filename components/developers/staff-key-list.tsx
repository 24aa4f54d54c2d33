import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import type { StaffKeyView } from "@/lib/domain/api-keys/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { API_KEYS, type ApiKeyColumn } from "@/lib/table/definitions/api-keys";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { KeyName } from "./key-name";
import { KeyStateBadge } from "./key-state";
import { RevokeAnyKey } from "./revoke-any-key";

interface StaffKeyListProps {
  state: TableState<ApiKeyColumn>;
  page: TablePage<StaffKeyView>;
  mayChange: boolean;
}

/** Everybody's keys: whose, how they stand, what they asked this week. */
export function StaffKeyList({ state, page, mayChange }: StaffKeyListProps) {
  const t = useTranslations("developers.staff");
  const tDevelopers = useTranslations("developers");
  const format = useFormatter();
  const columns = Object.fromEntries(API_KEYS.columns.map(({ key }) => [key, t(`columns.${key}`)])) as Record<
    ApiKeyColumn,
    string
  >;
  // Support sees everything and changes nothing.
  const definition = mayChange
    ? API_KEYS
    : { ...API_KEYS, columns: API_KEYS.columns.filter(({ key }) => key !== "actions") };
  const shown = mayChange ? state : { ...state, columns: state.columns.filter((key) => key !== "actions") };
  const works = ({ state: one }: StaffKeyView) => one === "ACTIVE" || one === "ROTATING";
  return (
    <DataTable
      definition={definition}
      state={shown}
      page={page}
      path={routes.adminKeys()}
      exportPath={apiRoutes.tableExport(API_KEYS.name)}
      rowKey={(row) => row.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns,
        filters: {
          mode: {
            label: t("columns.mode"),
            any: t("anyMode"),
            options: { LIVE: tDevelopers("mode.LIVE"), SANDBOX: tDevelopers("mode.SANDBOX") },
          },
          state: {
            label: t("columns.state"),
            any: t("anyState"),
            options: { living: t("living"), closed: t("closed") },
          },
        },
        empty: { title: t("empty"), text: t("emptyText") },
      }}
      cells={{
        key: (row) => <KeyName apiKey={row} />,
        name: ({ name }) => <bdi className="block [overflow-wrap:anywhere] md:min-w-28">{name}</bdi>,
        user: ({ user }) => (
          <Link href={routes.adminUser(user.id)} prefetch={false} className="underline underline-offset-2">
            <bdi>{user.username}</bdi>
          </Link>
        ),
        mode: ({ mode }) => tDevelopers(`mode.${mode}`),
        state: ({ state: one }) => <KeyStateBadge apiKey={{ state: one, mode: "LIVE" }} />,
        calls: ({ week }) => format.number(week.calls, "whole"),
        errors: ({ week }) => format.number(week.errors, "whole"),
        refused: ({ week }) => format.number(week.refused, "whole"),
        rateLimit: ({ rateLimit }) => format.number(rateLimit, "whole"),
        scopes: ({ scopes }) => <Ltr className="font-mono text-xs">{scopes.join(" ") || "–"}</Ltr>,
        ipRestrictions: ({ ipRestrictions }) => (
          <Ltr className="font-mono text-xs">{ipRestrictions.join(" ") || "–"}</Ltr>
        ),
        project: ({ project }) => <bdi>{project?.name ?? "–"}</bdi>,
        expiresAt: ({ expiresAt }) => (expiresAt ? <Moment at={expiresAt} /> : "–"),
        lastUsedAt: ({ lastUsedAt }) => (lastUsedAt ? <Moment at={lastUsedAt} /> : "–"),
        createdAt: ({ createdAt }) => <Moment at={createdAt} />,
        actions: (row) =>
          works(row) ? <RevokeAnyKey keyId={row.id} name={row.name} username={row.user.username} /> : "–",
      }}
    />
  );
}
