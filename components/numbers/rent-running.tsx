"use client";

import { useTranslations } from "next-intl";
import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import type { OrderView } from "@/lib/domain/numbers/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ActivationCountdown } from "./activation-countdown";
import { groupCode } from "./activation-screen";
import { ActivationStatus } from "./activation-status";
import { ConnectionLine } from "./connection-line";
import { useLive } from "./live-provider";
import { useSeenOrders } from "./use-seen-orders";

/** A running number in small: what it is for, how long it runs, and its code as soon as there is one. */
function RunningCard({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  return (
    <Panel as="article" padding="slim" data-testid="activation" data-order={order.number}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Link
          href={routes.activation(order.id)}
          prefetch={false}
          aria-label={t("open", { number: order.number })}
          className="flex min-h-11 min-w-0 items-center gap-2 font-medium hover:underline"
        >
          <ServiceIcon slug={order.service.slug} name={order.service.name} />
          <span className="truncate">{order.service.name}</span>
          <Flag iso2={order.country.iso2} />
        </Link>
        <ActivationCountdown order={order} />
      </div>
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-2">
        {order.code === null ? (
          <>
            <bdi dir="ltr" className="font-mono tabular-nums" data-testid="phone-number">
              {order.phoneE164}
            </bdi>
            {order.phoneE164 && order.status === "ACTIVE" ? (
              <CopyButton text={order.phoneE164} label={t("copyNumber")} />
            ) : (
              <ActivationStatus order={order} />
            )}
          </>
        ) : (
          <>
            <bdi
              key={order.code}
              dir="ltr"
              data-testid="code"
              data-code={order.code}
              className="code-arrival rounded-control font-mono text-3xl leading-none tracking-wide"
            >
              {groupCode(order.code)}
            </bdi>
            <CopyButton text={order.code} label={t("copyCode")} variant="primary" />
          </>
        )}
      </div>
    </Panel>
  );
}

/** What runs now, above the board: who comes back for a code sees it at once. Nothing when nothing runs. */
export function RentRunning() {
  const t = useTranslations("numbers.active");
  const { state } = useLive();
  useSeenOrders(state.orders.map(({ id }) => id));
  return (
    <>
      <ConnectionLine />
      {state.orders.length > 0 && (
        <section aria-labelledby="active-heading" className="flex flex-col gap-3">
          <h2 id="active-heading" className="font-medium text-base">
            {t("title")}
          </h2>
          <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
            {state.orders.map((order) => (
              <li key={order.id} className="min-w-0">
                <RunningCard order={order} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
