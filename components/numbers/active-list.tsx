"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ActivationCard } from "./activation-card";
import { ConnectionLine } from "./connection-line";
import { useLive } from "./live-provider";
import { useSeenOrders } from "./use-seen-orders";

/** All running numbers; those that ended while the page was open stay until it is left. */
export function ActiveList() {
  const t = useTranslations("numbers.active");
  const { state } = useLive();
  useSeenOrders(state.orders.map(({ id }) => id));
  return (
    <section aria-labelledby="active-heading" className="flex flex-col gap-3">
      <h2 id="active-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      <ConnectionLine />
      {state.orders.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <ul className="grid gap-3 lg:grid-cols-2">
          {state.orders.map((order) => (
            <li key={order.id}>
              <ActivationCard order={order} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
