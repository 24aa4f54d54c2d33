import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { UserActions } from "@/components/identity/user-actions";
import { readUserTab, UserTabs } from "@/components/identity/user-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { BalanceCards } from "@/components/wallet/balance-cards";
import { loadUserDetail } from "@/lib/loaders/admin-users";
import { routes } from "@/lib/routes";
import { AuditTab, MoneyTab, OrdersTab, OverviewTab, SecurityTab } from "./user-sections";

interface UserPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string | string[] }>;
}

const SECTIONS = {
  overview: OverviewTab,
  money: MoneyTab,
  orders: OrdersTab,
  security: SecurityTab,
  audit: AuditTab,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("users");
  return { title: t("title") };
}

export default async function UserPage({ params, searchParams }: UserPageProps) {
  const detail = await loadUserDetail((await params).id);
  if (!detail) notFound();
  const tab = readUserTab((await searchParams).tab);
  const { user, balance, canManage } = detail;
  const [t, format] = await Promise.all([getTranslations("users"), getFormatter()]);
  const Section = SECTIONS[tab];
  const suspended = user.suspendedAt && {
    date: format.dateTime(new Date(user.suspendedAt), "long"),
    reason: user.suspendedReason ?? "",
  };
  return (
    <>
      <PageHeader
        title={<bdi dir="ltr">{user.username}</bdi>}
        lead={suspended ? t("facts.suspended", suspended) : <bdi dir="ltr">{user.email}</bdi>}
        back={{ href: routes.adminUsers(), label: t("back") }}
        actions={
          <>
            <Badge tone={user.status === "ACTIVE" ? "ok" : "bad"}>{t(`status.${user.status}`)}</Badge>
            <Badge>{t(`roles.${user.role}`)}</Badge>
          </>
        }
      />
      {canManage && <UserActions user={user} />}
      <BalanceCards balance={balance} />
      <UserTabs userId={user.id} current={tab} />
      <Section {...detail} />
    </>
  );
}
