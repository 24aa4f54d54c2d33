"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useDigits } from "@/components/ui/use-digits";
import { useMoney } from "@/components/wallet/use-money";
import {
  cancelOrderAction,
  finishOrderAction,
  reportUsedAction,
  requestAnotherSmsAction,
} from "@/lib/actions/numbers";
import type { Refusal, Result } from "@/lib/domain/kernel/result";
import type { OrderView } from "@/lib/domain/numbers/types";
import { formatCountdown } from "@/lib/format/duration";
import { actionRefusal } from "./action-refusal";
import { useLive } from "./live-provider";
import { RefusalText } from "./refusal-text";
import { secondsUntil, useServerNow } from "./use-server-now";

type Asking = "cancel" | "report" | null;

/** What can be done with a running number. Money never moves optimistically: the button waits, the answer speaks. */
export function ActivationActions({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  const money = useMoney();
  const { take } = useLive();
  const digits = useDigits();
  const now = useServerNow();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const self = useRef<HTMLDivElement>(null);
  const hasActed = useRef(false);
  const card = () => self.current?.closest<HTMLElement>("[data-order]") ?? null;

  // The pressed button may be gone with what it did: the card says what came of it.
  useEffect(() => {
    if (hasActed.current && document.activeElement === document.body) card()?.focus();
    hasActed.current = false;
  });

  const callbacks = {
    onSuccess({ data }: { data?: Result<{ order: OrderView }> }) {
      hasActed.current = true;
      if (data?.ok) take(data.order);
      setRefusal(data && !data.ok ? data : null);
      setAsking(null);
    },
    onError({ error }: { error: Parameters<typeof actionRefusal>[0] }) {
      setRefusal(actionRefusal(error));
      setAsking(null);
    },
  };
  const cancel = useAction(cancelOrderAction, callbacks);
  const finish = useAction(finishOrderAction, callbacks);
  const another = useAction(requestAnotherSmsAction, callbacks);
  const report = useAction(reportUsedAction, callbacks);
  const busy = cancel.isPending || finish.isPending || another.isPending || report.isPending;
  const price = money(order.price, order.currency);
  const cancelIn = secondsUntil(order.cancelableAt, now) ?? 0;
  // Until the browser knows the time, a button that may have to wait does.
  const isEarly = cancelIn > 0 || (order.cancelableAt !== null && now === null);
  const target = { orderId: order.id };
  const hasNothing =
    refusal === null &&
    !(order.canRequestAnother || order.canFinish || order.canCancel || order.canReportUsed);

  return (
    <div ref={self} className={hasNothing ? "hidden" : "flex flex-col gap-3"}>
      <div className="flex flex-wrap gap-2">
        {order.canRequestAnother && (
          <Button
            type="button"
            variant="secondary"
            pending={another.isPending}
            disabled={busy}
            onClick={() => another.execute(target)}
          >
            {t("anotherSms")}
          </Button>
        )}
        {order.canFinish && (
          <Button
            type="button"
            variant="secondary"
            pending={finish.isPending}
            disabled={busy}
            onClick={() => finish.execute(target)}
          >
            {t("finish")}
          </Button>
        )}
        {order.canCancel && (
          <Button
            type="button"
            variant="secondary"
            pending={cancel.isPending}
            disabled={busy || isEarly}
            onClick={() => setAsking("cancel")}
          >
            {cancelIn > 0 ? t("cancelIn", { time: digits(formatCountdown(cancelIn)) }) : t("cancel")}
          </Button>
        )}
        {order.canReportUsed && (
          <Button
            type="button"
            variant="ghost"
            pending={report.isPending}
            disabled={busy || isEarly}
            onClick={() => setAsking("report")}
          >
            {cancelIn > 0 ? t("reportIn", { time: digits(formatCountdown(cancelIn)) }) : t("report")}
          </Button>
        )}
      </div>
      <div role="alert">{refusal && <RefusalText refusal={refusal} currency={order.currency} />}</div>
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={asking === "report" ? t("report") : t("cancel")}
        description={
          asking === "report"
            ? t("reportConfirm", { service: order.service.name, price })
            : t("cancelConfirm", { price })
        }
        confirmLabel={asking === "report" ? t("report") : t("cancel")}
        cancelLabel={t("keep")}
        pending={busy}
        focusAfter={() => (self.current?.querySelector("button") ? null : card())}
        onConfirm={() => (asking === "report" ? report : cancel).execute(target)}
      />
    </div>
  );
}
