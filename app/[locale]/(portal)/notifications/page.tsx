import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { MarkAllRead } from "@/components/notifications/mark-all-read";
import { NotificationList } from "@/components/notifications/notification-list";
import { Pagination } from "@/components/ui/pagination";
import { loadNotifications } from "@/lib/loaders/notifications";
import { requireCustomer } from "@/lib/loaders/session";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

async function News({ page: asked }: { page: number }) {
  const page = await loadNotifications(asked);
  const words = await getTranslations("table");
  const from = (page.page - 1) * page.pageSize + 1;
  return (
    <>
      <NotificationList notifications={page.rows} />
      {page.total > page.pageSize && (
        <Pagination
          page={page.page}
          pageCount={Math.ceil(page.total / page.pageSize)}
          href={(target) => routes.notifications({ page: target })}
          summary={words("range", { from, to: from + page.rows.length - 1, total: page.total })}
          previousLabel={words("previous")}
          nextLabel={words("next")}
        />
      )}
    </>
  );
}

interface NotificationsPageProps {
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function NotificationsPage({ searchParams }: NotificationsPageProps) {
  await requireCustomer();
  const t = await getTranslations("notifications");
  const asked = Number((await searchParams).page);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={<MarkAllRead />} />
      <TableIsland>
        <News page={Number.isInteger(asked) && asked > 0 ? Math.min(asked, 10_000) : 1} />
      </TableIsland>
    </>
  );
}
