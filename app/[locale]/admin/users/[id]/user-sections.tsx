import { getTranslations } from "next-intl/server";
import { AuditList } from "@/components/audit/audit-list";
import { LoginHistory } from "@/components/identity/login-history";
import { FormSection, Section } from "@/components/identity/section";
import { UserFacts } from "@/components/identity/user-facts";
import { UserAddresses, UserSessions } from "@/components/identity/user-security";
import { UserFavorites, UserPreferences } from "@/components/identity/user-tastes";
import { AccountTable } from "@/components/ledger/account-table";
import { UserOrders } from "@/components/numbers/user-orders";
import { LinkButton } from "@/components/ui/link-button";
import { GrantCreditForm } from "@/components/wallet/grant-credit-form";
import { HoldList } from "@/components/wallet/hold-list";
import { UserLines } from "@/components/wallet/user-lines";
import { type loadUserDetail, loadUserMoney, loadUserOrders, loadUserTrail } from "@/lib/loaders/admin-users";
import { routes } from "@/lib/routes";
import { auditTable } from "@/lib/table/definitions/audit";
import { readTableState } from "@/lib/table/table-state";

type Detail = NonNullable<Awaited<ReturnType<typeof loadUserDetail>>>;

export async function OverviewTab({ user }: Detail) {
  const t = await getTranslations("users");
  return (
    <>
      <Section title={t("facts.heading")}>
        <UserFacts user={user} />
      </Section>
      <Section title={t("preferences")}>
        <UserPreferences user={user} />
      </Section>
      <Section title={t("favorites.heading")}>
        <UserFavorites user={user} />
      </Section>
    </>
  );
}

export async function MoneyTab({ actor, user, canGrant }: Detail) {
  const [t, money] = await Promise.all([getTranslations("users"), loadUserMoney(actor, user.id)]);
  return (
    <>
      {canGrant && (
        <FormSection title={t("grant.heading")}>
          <GrantCreditForm userId={user.id} />
        </FormSection>
      )}
      <Section title={t("money.accounts")}>
        <AccountTable accounts={money.accounts} caption={t("money.accounts")} />
      </Section>
      <Section title={t("money.holds")}>
        <HoldList holds={money.holds} isStaff />
      </Section>
      <Section title={t("money.lines")}>
        <UserLines lines={money.lines.lines} />
      </Section>
    </>
  );
}

export async function OrdersTab({ actor, user }: Detail) {
  const [t, read] = await Promise.all([getTranslations("users"), loadUserOrders(actor, user.id)]);
  return (
    <Section title={t("tabs.orders")}>
      <UserOrders orders={read.orders} />
    </Section>
  );
}

export async function SecurityTab({ user, canManage }: Detail) {
  const t = await getTranslations("users");
  return (
    <>
      <Section title={t("sessions.heading")}>
        {user.sessions.length === 0 ? (
          <p className="text-ink-2 text-sm">{t("sessions.empty")}</p>
        ) : (
          <UserSessions userId={user.id} sessions={user.sessions} canManage={canManage} />
        )}
      </Section>
      <Section title={t("addresses.heading")}>
        {user.addresses.length === 0 ? (
          <p className="text-ink-2 text-sm">{t("addresses.empty")}</p>
        ) : (
          <UserAddresses addresses={user.addresses} />
        )}
      </Section>
      <Section title={t("history.heading")}>
        <LoginHistory events={user.loginEvents} />
      </Section>
    </>
  );
}

export async function AuditTab({ actor, user }: Detail) {
  const [t, trail] = await Promise.all([getTranslations("users"), loadUserTrail(actor, user.id)]);
  if (trail.page.rows.length === 0) return <p className="text-ink-2 text-sm">{t("noAudit")}</p>;
  return (
    <>
      <LinkButton href={routes.adminAudit({ search: user.id })} variant="secondary" className="self-start">
        {t("allAudit")}
      </LinkButton>
      <AuditList state={readTableState(auditTable, { search: user.id })} {...trail} />
    </>
  );
}
