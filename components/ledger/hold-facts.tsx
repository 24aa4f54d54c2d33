import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { HoldView } from "@/lib/domain/wallet/types";
import { LedgerAmount } from "./ledger-amount";
import { LedgerReference } from "./ledger-reference";

const TONES = { PENDING: "live", CAPTURED: "ok", VOIDED: "neutral" } as const;

/** A hold: how much, for what, and what became of it. */
export function HoldFacts({ hold }: { hold: HoldView }) {
  const t = useTranslations("ledger.hold");
  const facts = [
    [t("amount"), <LedgerAmount key="amount" micros={hold.amountMicros} currency={hold.currency} />],
    [t("captured"), <LedgerAmount key="captured" micros={hold.capturedMicros} currency={hold.currency} />],
    [t("owner"), <LedgerReference key="owner" type={hold.ownerType} id={hold.ownerId} />],
    [t("placed"), <Moment key="placed" at={hold.createdAt} />],
    [t("expires"), <Moment key="expires" at={hold.expiresAt} />],
    [t("resolved"), hold.resolvedAt ? <Moment key="resolved" at={hold.resolvedAt} /> : "–"],
  ] as const;
  return (
    <Panel className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <bdi dir="ltr">#{hold.id}</bdi>
        <Badge tone={TONES[hold.status]}>{t(`status.${hold.status}`)}</Badge>
      </p>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))] gap-x-6 gap-y-3 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
