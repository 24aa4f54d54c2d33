import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { UserList } from "@/components/identity/user-list";
import { PageHeader } from "@/components/layout/page-header";
import { loadUsers } from "@/lib/loaders/admin-users";

interface UsersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("users");
  return { title: t("title") };
}

async function Users({ searchParams }: UsersPageProps) {
  return <UserList {...(await loadUsers(await searchParams))} />;
}

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const t = await getTranslations("users");
  return (
    <>
      <PageHeader title={t("title")} lead={t("searchHint")} />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Users searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
