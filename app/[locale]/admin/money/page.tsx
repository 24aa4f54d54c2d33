import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AlertList } from "@/components/billing/alert-list";
import { ConnectionList } from "@/components/billing/connection-list";
import { FreezeTable } from "@/components/billing/freeze-table";
import { MethodSettings } from "@/components/billing/method-settings";
import { OpenWithdrawals } from "@/components/billing/open-withdrawals";
import { StrayList } from "@/components/billing/stray-list";
import { PageIsland } from "@/components/feedback/page-island";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { loadMoneyDesk } from "@/lib/loaders/admin-billing";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("money.desk");
  return { title: t("title") };
}

async function Desk() {
  const { alerts, strays, methods, connections, freezes, withdrawals, mayMove } = await loadMoneyDesk();
  const t = await getTranslations("money");
  return (
    <>
      <Section title={t("alerts.title")}>
        <AlertList alerts={alerts} mayMove={mayMove} />
      </Section>
      <Section title={t("withdrawals.title")} lead={t("withdrawals.lead")}>
        <OpenWithdrawals open={withdrawals} />
      </Section>
      <Section title={t("strays.title")} lead={t("strays.lead")}>
        <StrayList strays={strays} mayMove={mayMove} />
      </Section>
      <Section title={t("methods.title")} lead={t("methods.lead")}>
        <div className="grid items-start gap-4 xl:grid-cols-2">
          {methods.map((method) => (
            <MethodSettings key={method.method} method={method} mayEdit={mayMove} />
          ))}
        </div>
      </Section>
      <Section title={t("connections.title")} lead={t("connections.lead")}>
        <ConnectionList connections={connections} mayTest={mayMove} />
      </Section>
      <Section title={t("freezes.title")} lead={t("freezes.lead")}>
        <FreezeTable freezes={freezes} mayMove={mayMove} />
      </Section>
    </>
  );
}

/** What about money waits for a person, and how the ways of paying are run. */
export default async function MoneyDeskPage() {
  const t = await getTranslations("money.desk");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <PageIsland>
        <Desk />
      </PageIsland>
    </>
  );
}
