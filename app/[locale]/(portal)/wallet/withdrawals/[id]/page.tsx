import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CancelWithdrawalButton } from "@/components/billing/cancel-withdrawal-button";
import { WithdrawalFacts } from "@/components/billing/withdrawal-facts";
import { WithdrawalLive } from "@/components/billing/withdrawal-live";
import { WithdrawalStatusBadge } from "@/components/billing/withdrawal-status";
import { WithdrawalSteps } from "@/components/billing/withdrawal-steps";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { loadWithdrawal } from "@/lib/loaders/withdrawals";
import { routes } from "@/lib/routes";

interface WithdrawalPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: WithdrawalPageProps): Promise<Metadata> {
  const [t, { number }] = await Promise.all([
    getTranslations("withdrawals"),
    params.then(({ id }) => loadWithdrawal(id)),
  ]);
  return { title: t("number", { number: String(number) }) };
}

/** One withdrawal: how it stands, what happened when, and the way back while it waits. */
export default async function WithdrawalPage({ params }: WithdrawalPageProps) {
  const [t, withdrawal] = await Promise.all([
    getTranslations("withdrawals"),
    params.then(({ id }) => loadWithdrawal(id)),
  ]);
  const number = String(withdrawal.number);
  const isOpen = withdrawal.status === "REQUESTED" || withdrawal.status === "APPROVED";
  return (
    <>
      <WithdrawalLive isOpen={isOpen} />
      <PageHeader
        title={t("number", { number })}
        lead={<WithdrawalStatusBadge status={withdrawal.status} />}
        back={{ href: routes.withdrawals(), label: t("title") }}
        actions={withdrawal.status === "REQUESTED" && <CancelWithdrawalButton withdrawalId={withdrawal.id} />}
      />
      <WithdrawalFacts withdrawal={withdrawal} />
      <Section title={t("detail.steps")}>
        <WithdrawalSteps withdrawal={withdrawal} />
      </Section>
      <p className="text-ink-3 text-xs">{t("detail.help", { number })}</p>
    </>
  );
}
