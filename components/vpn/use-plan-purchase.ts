"use client";

import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { v4 as newKey } from "uuid";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { buyPlanAction } from "@/lib/actions/vpn";
import type { Refusal } from "@/lib/domain/kernel/result";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { PayWay } from "./pay-ways";
import { isSoldOtherwise } from "./sold-otherwise";
import { usePlanInvoice } from "./use-plan-invoice";

interface Purchase {
  planId: string;
  price: string;
  isAutoRenew: boolean;
  way: PayWay;
}

/** Pays for a plan from the wallet or outside it, and goes where that leads. One key makes a double click one payment. */
export function usePlanPurchase() {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [key, setKey] = useState(() => newKey());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refused = (answer: Refusal) => {
    setAsking(false);
    setRefusal(answer);
    setKey(newKey());
  };
  const wallet = useAction(buyPlanAction, {
    onSuccess({ data }) {
      if (!data) return;
      if (!data.ok) {
        if (isSoldOtherwise(data)) router.refresh();
        return refused(data);
      }
      setLeaving(true);
      router.push(routes.subscription(data.subscriptionId));
    },
    onError: ({ error }) => refused(actionRefusal(error)),
  });
  const invoice = usePlanInvoice(refused);
  return {
    isAsking,
    setAsking,
    isPending: wallet.isPending || invoice.isPending || isLeaving,
    refusal,
    pay({ planId, price, isAutoRenew, way }: Purchase) {
      setRefusal(null);
      if (way === "wallet") wallet.execute({ planId, price, isAutoRenew, key });
      else invoice.execute({ planId, method: way, key });
    },
  };
}
