import { useFormatter, useTranslations } from "next-intl";
import type { SubscriptionView } from "@/lib/domain/vpn/types";
import { Meter, type MeterTone } from "./meter";
import { useBytes } from "./use-bytes";

const STEP_TONES: Record<SubscriptionView["step"], MeterTone> = {
  0: "ok",
  80: "warn",
  95: "bad",
  100: "bad",
};

const MINUTES_OF_DAY = 1440;

function percentOf(part: bigint, whole: bigint): number {
  return whole <= 0n ? 100 : Number((part * 1000n) / whole) / 10;
}

/** How much time is left, in the largest unit of which there is more than one. */
function timeLeft({ daysLeft, minutesLeft }: Pick<SubscriptionView, "daysLeft" | "minutesLeft">) {
  if (daysLeft > 1) return { unit: "days", n: daysLeft };
  return minutesLeft > 60
    ? { unit: "hours", n: Math.ceil(minutesLeft / 60) }
    : { unit: "minutes", n: minutesLeft };
}

/** Days and traffic that are left: a bar and the same in words. */
export function SubscriptionMeters({ subscription }: { subscription: SubscriptionView }) {
  const t = useTranslations("subscriptions.meters");
  const format = useFormatter();
  const bytes = useBytes();
  const { word, minutesLeft, periodDays, isEndingSoon, expiresAt, canceledAt } = subscription;
  const { trafficBytes, usedBytes, step } = subscription;
  const isClosed = word === "expired" || word === "canceled";
  const isOver = isClosed || word === "grace";
  const date = format.dateTime(new Date(expiresAt), "long");
  const canceled = canceledAt && format.dateTime(new Date(canceledAt), "long");
  const ended = canceled ? t("canceledOn", { date: canceled }) : t("endedOn", { date });
  const used = BigInt(usedBytes);
  const total = trafficBytes === null ? null : BigInt(trafficBytes);
  const left = total !== null && total > used ? total - used : 0n;
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <div className="flex flex-col gap-1.5">
        <dt className="text-ink-2 text-sm">{t("days")}</dt>
        <dd className="flex flex-col gap-1.5">
          <p className="font-medium tabular-nums">{isOver ? ended : t("timeLeft", timeLeft(subscription))}</p>
          <Meter
            percent={isOver ? 0 : (minutesLeft / (periodDays * MINUTES_OF_DAY)) * 100}
            tone={isEndingSoon ? "warn" : "ok"}
          />
          {(!isOver || canceled) && (
            <p className="text-ink-3 text-xs">
              <time dateTime={expiresAt}>{t(canceled ? "wouldEnd" : "until", { date })}</time>
            </p>
          )}
        </dd>
      </div>
      <div className="flex flex-col gap-1.5">
        <dt className="text-ink-2 text-sm">{t("traffic")}</dt>
        <dd className="flex flex-col gap-1.5">
          <p className="font-medium tabular-nums">
            {total === null
              ? t("usedUnlimited", { used: bytes(usedBytes) })
              : t("usedOf", { used: bytes(usedBytes), total: bytes(total.toString()) })}
          </p>
          {total !== null && <Meter percent={percentOf(used, total)} tone={STEP_TONES[step]} />}
          {total !== null && !isClosed && (
            <p className="text-ink-3 text-xs">
              {step !== 100 && t("left", { left: bytes(left.toString()) })}
              {step !== 0 && <span className="text-warn"> {t(`step${step}`)}</span>}
            </p>
          )}
        </dd>
      </div>
    </dl>
  );
}
