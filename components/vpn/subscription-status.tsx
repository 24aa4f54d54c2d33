import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import type { SubscriptionView, SubscriptionWord } from "@/lib/domain/vpn/types";
import { SubscriptionMeters } from "./subscription-meters";
import { SubscriptionState } from "./subscription-state";

/** Words of a subscription that connects, or is about to. */
const RUNS: readonly SubscriptionWord[] = ["active", "ends_soon", "partly_active", "being_prepared", "grace"];

/** What a word means. A trial is not renewed: a plan takes its place. */
function wordTextKey({ word, isTrial, locations, off }: SubscriptionView) {
  if (word === "active") return null;
  if (word === "being_prepared" && locations === 0 && off > 0) return "all_off";
  if (
    isTrial &&
    (word === "ends_soon" || word === "traffic_used_up" || word === "expired" || word === "grace")
  )
    return `trial_${word}` as const;
  return word;
}

interface SubscriptionStatusProps {
  subscription: SubscriptionView;
  /** What can be done where it does not connect. */
  action?: ReactNode;
}

/** How a subscription stands: a word, what it means, what is left, and a few facts. */
export function SubscriptionStatus({ subscription, action }: SubscriptionStatusProps) {
  const t = useTranslations("subscriptions");
  const format = useFormatter();
  const { word, off, maxDevices, lastOnlineAt, startsAt, graceEndsAt } = subscription;
  const until = format.dateTime(new Date(graceEndsAt), "short");
  const text = wordTextKey(subscription);
  const facts = [
    ["devices", format.number(maxDevices, "whole")],
    ["online", lastOnlineAt ? format.dateTime(new Date(lastOnlineAt), "short") : t("facts.never")],
    ["started", format.dateTime(new Date(startsAt), "date")],
  ] as const;
  return (
    <Panel className="flex flex-col gap-5">
      <div role="status" className="flex flex-col items-start gap-2">
        <SubscriptionState subscription={subscription} />
        {text && <p className="max-w-prose text-ink-2 text-sm">{t(`wordText.${text}`, { until })}</p>}
        {off > 0 && text !== "all_off" && RUNS.includes(word) && (
          <p className="max-w-prose text-ink-2 text-sm">{t("off", { n: off })}</p>
        )}
      </div>
      {action && <div className="flex empty:hidden">{action}</div>}
      <SubscriptionMeters subscription={subscription} />
      <dl className="flex flex-wrap gap-x-8 gap-y-3 border-line border-t pt-4 text-sm">
        {facts.map(([key, value]) => (
          <div key={key} className="flex flex-col">
            <dt className="text-ink-3 text-xs">{t(`facts.${key}`)}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
