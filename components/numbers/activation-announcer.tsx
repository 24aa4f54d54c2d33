"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { OrderView } from "@/lib/domain/numbers/types";
import { isLive } from "./live-state";
import { secondsUntil, useServerNow } from "./use-server-now";

const MILESTONES = [
  { seconds: 60, key: "oneMinute" },
  { seconds: 300, key: "fiveMinutes" },
] as const;

/** Speaks (politely, once) the code when it arrives and the time at five minutes, one minute and the end. */
export function ActivationAnnouncer({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  const now = useServerNow();
  const left = secondsUntil(order.expiresAt, now);
  const [spoken, setSpoken] = useState("");
  const firstCode = useRef(order.code);
  const milestone =
    isLive(order) && left !== null ? MILESTONES.find((step) => left <= step.seconds) : undefined;
  const milestoneKey = left === 0 ? "ended" : milestone?.key;

  useEffect(() => {
    if (order.code === null || order.code === firstCode.current) return;
    firstCode.current = order.code;
    setSpoken(t("codeFor", { service: order.service.name, code: order.code.split("").join(" ") }));
  }, [order.code, order.service.name, t]);

  useEffect(() => {
    if (milestoneKey) setSpoken(t(milestoneKey));
  }, [milestoneKey, t]);

  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}
