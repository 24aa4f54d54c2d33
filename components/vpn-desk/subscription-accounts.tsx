import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { type Fact, FactList } from "@/components/offers/fact-list";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import type { StaffAccountView } from "@/lib/domain/vpn/staff-types";
import { PanelHealth } from "./panel-health";

const moment = (at: string | null) => (at ? <Moment at={at} /> : "–");
const code = (text: string | null) => <Ltr className="break-all font-mono text-xs">{text ?? "–"}</Ltr>;

/** Facts of an account that are not folded away: its name, what it should be, what it is, how far it was told. */
const SHOWN = 4;

function Account({ account }: { account: StaffAccountView }) {
  const t = useTranslations("vpnDesk");
  const format = useFormatter();
  const isTold = account.desiredVersion === account.actualVersion;
  const count = (n: number) => format.number(n, "whole");
  const facts: Fact[] = [
    { label: t("f.username"), value: code(account.username) },
    { label: t("people.desired"), value: t(`state.${account.desiredState}`) },
    { label: t("people.actual"), value: t(`state.${account.actualState}`) },
    {
      label: t("people.told"),
      value: t("people.of", { ready: account.actualVersion, n: account.desiredVersion }),
    },
    { label: t("people.attempts"), value: count(account.attempts) },
    { label: t("people.next"), value: isTold ? "–" : moment(account.nextAttemptAt) },
    { label: t("people.verifiedAt"), value: moment(account.verifiedAt) },
    { label: t("people.revokedAt"), value: moment(account.revokedAt) },
    { label: t("people.cutAt"), value: moment(account.cutAt) },
    {
      label: t("people.tunnel"),
      value: account.tunnelAddress === null ? "–" : count(account.tunnelAddress),
    },
    { label: t("people.createdAt"), value: moment(account.createdAt) },
    { label: t("people.updatedAt"), value: moment(account.updatedAt) },
    { label: t("people.remoteId"), value: code(account.remoteId), wide: true },
    { label: t("people.id"), value: code(account.id), wide: true },
  ];
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">
          <bdi>{account.panel}</bdi>
        </h3>
        <Badge tone={isTold ? "ok" : "warn"}>{t(isTold ? "people.told" : "people.waiting")}</Badge>
        {account.lastErrorCode && <PanelHealth code={account.lastErrorCode} />}
      </div>
      {account.lastErrorText && (
        <p className="text-bad text-sm [overflow-wrap:anywhere]">
          <bdi>{account.lastErrorText}</bdi>
        </p>
      )}
      <FactList facts={facts.slice(0, SHOWN)} />
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-2 md:min-h-8">
          {t("people.more")}
        </summary>
        <FactList facts={facts.slice(SHOWN)} />
      </details>
    </div>
  );
}

/** What each panel should know of a subscription, and how far it was told. */
export function SubscriptionAccounts({ accounts }: { accounts: readonly StaffAccountView[] }) {
  const t = useTranslations("vpnDesk.people");
  return (
    <Section title={t("accounts")} lead={t("accountsLead")}>
      {accounts.length === 0 ? (
        <Panel className="text-ink-2 text-sm">{t("noAccount")}</Panel>
      ) : (
        <div className="flex flex-col gap-4">
          {accounts.map((account) => (
            <Account key={account.id} account={account} />
          ))}
        </div>
      )}
    </Section>
  );
}
