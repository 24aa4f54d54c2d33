"use client";

import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { startPlanInvoiceAction } from "@/lib/actions/vpn";
import type { Refusal } from "@/lib/domain/kernel/result";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { isSoldOtherwise } from "./sold-otherwise";

/** Begins the payment of a plan outside the wallet, and goes where it is paid. */
export function usePlanInvoice(refused: (answer: Refusal) => void) {
  const router = useRouter();
  const [isLeaving, setLeaving] = useState(false);
  const { execute, isPending } = useAction(startPlanInvoiceAction, {
    onSuccess({ data }) {
      if (!data) return;
      if (!data.ok) {
        if (isSoldOtherwise(data)) router.refresh();
        return refused(data);
      }
      setLeaving(true);
      if (data.redirectUrl) window.location.assign(data.redirectUrl);
      else router.push(routes.invoice(data.invoiceId));
    },
    onError: ({ error }) => refused(actionRefusal(error)),
  });
  return { execute, isPending: isPending || isLeaving };
}
