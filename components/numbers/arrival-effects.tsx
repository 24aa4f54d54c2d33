"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { playBell } from "@/components/layout/bell-sound";
import { groupCode } from "./activation-screen";
import { notifyArrival } from "./arrival-notification";
import { useLive } from "./live-provider";
import { isLive } from "./live-state";

interface ArrivalEffectsProps {
  isSoundOn: boolean;
  isTitleOn: boolean;
  isAutoCopyOn: boolean;
}

/**
 * What happens beside the page when a code comes, as the person prefers it: a bell, the clipboard, the tab's title,
 * and a notification where the browser was allowed to show them.
 */
export function ArrivalEffects({ isSoundOn, isTitleOn, isAutoCopyOn }: ArrivalEffectsProps) {
  const t = useTranslations("numbers.notify");
  const { state } = useLive();
  const waiting = state.orders.filter((order) => isLive(order) && order.code !== null);
  const newest = waiting[0];
  const known = useRef<Map<string, string | null> | null>(null);

  useEffect(() => {
    const before = known.current;
    known.current = new Map(state.orders.map((order) => [order.id, order.code]));
    // What was there when the page opened did not arrive now.
    if (!before) return;
    const arrived = state.orders.find((order) => order.code !== null && before.get(order.id) !== order.code);
    if (!arrived?.code) return;
    if (isSoundOn) playBell();
    notifyArrival({
      title: t("arrived", { service: arrived.service.name }),
      body: t("arrivedText"),
      tag: arrived.id,
    });
    // Refused where the page is not in front: the Copy button is still there.
    if (isAutoCopyOn) navigator.clipboard.writeText(arrived.code).catch(() => undefined);
  }, [state.orders, isSoundOn, isAutoCopyOn, t]);

  const title =
    isTitleOn && newest?.code
      ? `(${waiting.length}) ${groupCode(newest.code)} - ${newest.service.name}`
      : null;
  useEffect(() => {
    if (!title) return;
    const before = document.title;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  }, [title]);
  return null;
}
