"use client";

import { useTranslations } from "next-intl";
import { useMoney } from "@/components/wallet/use-money";
import type { OrderView } from "@/lib/domain/numbers/types";
import { ActivationCode } from "./activation-code";
import { ActivationNumber } from "./activation-number";
import { isLive } from "./live-state";

const REFUNDED = new Set(["CANCELED", "EXPIRED", "FAILED"]);

/** Number, code and the one sentence that says where the money is. */
export function ActivationBody({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  const money = useMoney();
  return (
    <div className="flex flex-col gap-4">
      {order.phoneE164 && <ActivationNumber e164={order.phoneE164} canCopy={isLive(order)} />}
      {order.code !== null ? (
        <ActivationCode code={order.code} />
      ) : (
        <p className="text-ink-2">
          {order.status === "PENDING" && t("connectingText")}
          {order.status === "ACTIVE" && t("waitingText")}
          {REFUNDED.has(order.status) && t("refundedText", { price: money(order.price, order.currency) })}
        </p>
      )}
      {order.lateCode && <p className="text-sm text-warn">{t("late")}</p>}
    </div>
  );
}
