"use client";

import { useTranslations } from "next-intl";
import { CountdownArc } from "@/components/ui/countdown-arc";
import { useDigits } from "@/components/ui/use-digits";
import type { OrderView } from "@/lib/domain/numbers/types";
import { formatCountdown } from "@/lib/format/duration";
import { isLive } from "./live-state";
import { secondsUntil, useServerNow } from "./use-server-now";

/** The thin arc around the jack and the time left in words. Only the text is read by screen readers, and never spoken by itself. */
export function ActivationCountdown({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  const digits = useDigits();
  const now = useServerNow();
  const left = secondsUntil(order.expiresAt, now);
  if (!isLive(order) || order.expiresAt === null || left === null) return null;
  const total = order.activatedAt
    ? (new Date(order.expiresAt).getTime() - new Date(order.activatedAt).getTime()) / 1_000
    : left;
  return (
    <span className="flex items-center gap-2">
      <CountdownArc seconds={left} total={Math.max(total, 1)} lit={order.code !== null} />
      <span role="timer" aria-live="off" className="text-ink-2 text-sm tabular-nums">
        {t("left", { time: digits(formatCountdown(left)) })}
      </span>
    </span>
  );
}
