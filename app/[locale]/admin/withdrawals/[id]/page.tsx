import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffWithdrawalFacts } from "@/components/billing/staff-withdrawal-facts";
import { WithdrawalApprovals } from "@/components/billing/withdrawal-approvals";
import { WithdrawalDecision } from "@/components/billing/withdrawal-decision";
import { StaffWithdrawalStatus } from "@/components/billing/withdrawal-status";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { loadStaffWithdrawal } from "@/lib/loaders/withdrawals";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("money.withdrawals");
  return { title: t("title") };
}

/** One withdrawal for whoever decides about it. */
export default async function StaffWithdrawalPage({ params }: { params: Promise<{ id: string }> }) {
  const { withdrawal, ...standing } = await loadStaffWithdrawal((await params).id);
  const [t, words] = await Promise.all([
    getTranslations("money.withdrawals"),
    getTranslations("withdrawals"),
  ]);
  return (
    <>
      <PageHeader
        title={words("number", { number: String(withdrawal.number) })}
        lead={words(`method.${withdrawal.method}`)}
        back={{ href: routes.adminWithdrawals(), label: t("title") }}
        actions={
          <>
            <StaffWithdrawalStatus status={withdrawal.status} />
            <LinkButton href={routes.adminAudit({ search: withdrawal.id })} variant="secondary">
              {t("audit")}
            </LinkButton>
          </>
        }
      />
      <StaffWithdrawalFacts withdrawal={withdrawal} />
      <Section title={t("decide")}>
        <WithdrawalDecision withdrawal={withdrawal} {...standing} />
      </Section>
      <Section title={t("history")}>
        <WithdrawalApprovals withdrawal={withdrawal} />
      </Section>
    </>
  );
}
