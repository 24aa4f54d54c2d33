import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Overview } from "@/lib/domain/overview/types";
import { formatSum } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Change } from "./change";

function Figure({ label, value, children }: { label: ReactNode; value: string; children: ReactNode }) {
  return (
    <Panel className="flex flex-col gap-1">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="flex flex-col gap-1">
        <bdi className="self-start font-mono text-xl tabular-nums">{value}</bdi>
        {children}
      </dd>
    </Panel>
  );
}

/** The range in eight numbers, each with what it was in the same number of days before. */
export function OverviewFigures({ overview }: { overview: Overview }) {
  const t = useTranslations("overview.figures");
  const locale = useLocale();
  const format = useFormatter();
  const { current, previous } = overview;
  const money = (micros: bigint) => formatSum(micros, WALLET_CURRENCY, locale);
  const share = (part: number | null) => (part === null ? "–" : format.number(part, "share"));
  const wait = (seconds: number | null) => (seconds === null ? "–" : t("seconds", { seconds }));
  const note = (text: ReactNode) => <span className="text-ink-3 text-xs">{text}</span>;
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure label={t("revenue")} value={money(current.revenueMicros)}>
        <Change
          current={Number(current.revenueMicros)}
          previous={Number(previous.revenueMicros)}
          more="good"
          was={money(previous.revenueMicros)}
        />
        {current.refundedMicros > 0n && note(t("refunded", { amount: money(current.refundedMicros) }))}
      </Figure>
      <Figure label={t("margin")} value={money(current.marginMicros)}>
        <Change
          current={Number(current.marginMicros)}
          previous={Number(previous.marginMicros)}
          more="good"
          was={money(previous.marginMicros)}
        />
      </Figure>
      <Figure label={t("held")} value={money(overview.heldMicros)}>
        {note(
          <Link href={routes.adminOrders({ status: "ACTIVE" })} className="underline underline-offset-2">
            {t("running", { count: overview.running })}
          </Link>,
        )}
      </Figure>
      <Figure label={t("orders")} value={format.number(current.orders, "whole")}>
        <Change
          current={current.orders}
          previous={previous.orders}
          more="good"
          was={format.number(previous.orders, "whole")}
        />
      </Figure>
      <Figure label={t("success")} value={share(current.successRate)}>
        {current.successRate !== null && previous.successRate !== null && (
          <Change
            current={current.successRate}
            previous={previous.successRate}
            more="good"
            was={share(previous.successRate)}
            isShare
          />
        )}
        {note(t("sample", { count: current.completed + current.canceled + current.expired }))}
      </Figure>
      <Figure label={t("wait")} value={wait(current.medianWaitSeconds)}>
        {current.medianWaitSeconds !== null && previous.medianWaitSeconds !== null && (
          <Change
            current={current.medianWaitSeconds}
            previous={previous.medianWaitSeconds}
            more="bad"
            was={wait(previous.medianWaitSeconds)}
          />
        )}
      </Figure>
      <Figure label={t("people")} value={format.number(current.newUsers, "whole")}>
        <Change
          current={current.newUsers}
          previous={previous.newUsers}
          more="good"
          was={format.number(previous.newUsers, "whole")}
        />
      </Figure>
      <Figure label={t("failed")} value={format.number(current.failed, "whole")}>
        <Change
          current={current.failed}
          previous={previous.failed}
          more="bad"
          was={format.number(previous.failed, "whole")}
        />
      </Figure>
    </dl>
  );
}
