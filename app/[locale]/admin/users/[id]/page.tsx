import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { LoginHistory } from "@/components/identity/login-history";
import { FormSection, Section } from "@/components/identity/section";
import { SessionTable } from "@/components/identity/session-table";
import { UserFacts } from "@/components/identity/user-facts";
import { UserStatusForm } from "@/components/identity/user-status-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { GrantCreditForm } from "@/components/wallet/grant-credit-form";
import { formatMoney } from "@/lib/format/money";
import { loadUserDetail } from "@/lib/loaders/identity";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("users");
  return { title: t("title") };
}

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const detail = await loadUserDetail((await params).id);
  if (!detail) notFound();
  const { user, balance, canManage, canGrant } = detail;
  const [t, format, locale] = await Promise.all([getTranslations("users"), getFormatter(), getLocale()]);
  const money = (micros: bigint) => formatMoney(micros, balance.currency, locale);
  const suspended = user.suspendedAt && {
    date: format.dateTime(new Date(user.suspendedAt), "long"),
    reason: user.suspendedReason ?? "",
  };
  return (
    <>
      <PageHeader
        title={<bdi dir="ltr">{user.username}</bdi>}
        lead={suspended ? t("facts.suspended", suspended) : undefined}
        back={{ href: routes.adminUsers(), label: t("back") }}
        actions={<Badge tone={user.status === "ACTIVE" ? "ok" : "bad"}>{t(`status.${user.status}`)}</Badge>}
      />
      <Section title={t("facts.heading")}>
        <UserFacts user={user} available={money(balance.availableMicros)} held={money(balance.heldMicros)} />
      </Section>
      <div className="grid gap-6 lg:grid-cols-2">
        {canGrant && (
          <FormSection title={t("grant.heading")}>
            <GrantCreditForm userId={user.id} />
          </FormSection>
        )}
        {canManage && (
          <FormSection title={user.status === "ACTIVE" ? t("suspend.heading") : t("reinstate.heading")}>
            <UserStatusForm
              key={user.status}
              userId={user.id}
              username={user.username}
              status={user.status}
            />
          </FormSection>
        )}
      </div>
      <Section title={t("sessions.heading")}>
        {user.sessions.length === 0 ? (
          <p className="text-ink-2 text-sm">{t("sessions.empty")}</p>
        ) : (
          <SessionTable sessions={user.sessions} canRevoke={false} />
        )}
      </Section>
      <Section title={t("history.heading")}>
        <LoginHistory events={user.loginEvents} />
      </Section>
    </>
  );
}
