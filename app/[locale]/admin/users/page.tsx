import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UserSearch } from "@/components/identity/user-search";
import { UserTable } from "@/components/identity/user-table";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { loadUsers } from "@/lib/loaders/identity";
import { routes } from "@/lib/routes";

interface UsersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("users");
  return { title: t("title") };
}

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const { users, total, page, pageSize, search } = await loadUsers(await searchParams);
  const t = await getTranslations("users");
  const from = Math.min((page - 1) * pageSize + 1, total);
  const clear = (
    <LinkButton href={routes.adminUsers()} variant="secondary">
      {t("clear")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} />
      <UserSearch search={search} />
      {users.length === 0 ? (
        <EmptyState title={search ? t("nothing") : t("empty")} action={search ? clear : undefined} />
      ) : (
        <>
          <UserTable users={users} />
          <Pagination
            page={page}
            pageCount={Math.ceil(total / pageSize)}
            href={(target) => routes.adminUsers({ search, page: target })}
            summary={t("summary", { from, to: Math.min(page * pageSize, total), total })}
            previousLabel={t("previous")}
            nextLabel={t("next")}
          />
        </>
      )}
    </>
  );
}
