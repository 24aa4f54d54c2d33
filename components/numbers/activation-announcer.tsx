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

/** Speaks (politely, once) the code when it arrives, what became of the order, and the time at five minutes, one minute and the end. */
export function ActivationAnnouncer({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  const tScreen = useTranslations("numbers.screen");
  const now = useServerNow();
  const left = secondsUntil(order.expiresAt, now);
  const [spoken, setSpoken] = useState("");
  const firstCode = useRef(order.code);
  const lastScreen = useRef(order.screen);
  const isRunning = isLive(order);
  const milestone = isRunning && left !== null ? MILESTONES.find((step) => left <= step.seconds) : undefined;
  const milestoneKey = isRunning && left === 0 ? "ended" : milestone?.key;

  useEffect(() => {
    if (order.code === null || order.code === firstCode.current) return;
    firstCode.current = order.code;
    setSpoken(t("codeFor", { service: order.service.name, code: order.code.split("").join(" ") }));
  }, [order.code, order.service.name, t]);

  useEffect(() => {
    if (order.screen === lastScreen.current) return;
    lastScreen.current = order.screen;
    // The code speaks for itself.
    if (order.screen !== "code_received") setSpoken(tScreen(order.screen));
  }, [order.screen, tScreen]);

  useEffect(() => {
    if (milestoneKey) setSpoken(t(milestoneKey));
  }, [milestoneKey, t]);

  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}
