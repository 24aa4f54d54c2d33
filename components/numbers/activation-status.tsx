"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useMoney } from "@/components/wallet/use-money";
import type { OrderView } from "@/lib/domain/numbers/types";
import { screenTone } from "./activation-screen";

/** The state in words, as in the one page of states. */
export function ActivationStatus({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.screen");
  const money = useMoney();
  const state = t(order.screen);
  const refunded = order.status === "COMPLETED" || order.status === "ACTIVE" ? order.refunded : null;
  return (
    <Badge tone={screenTone(order)}>
      {refunded ? t("refunded", { state, amount: money(refunded, order.currency) }) : state}
    </Badge>
  );
}
