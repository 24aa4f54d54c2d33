"use client";

import { useTranslations } from "next-intl";
import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { Panel } from "@/components/ui/panel";
import type { OrderView } from "@/lib/domain/numbers/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ActivationActions } from "./activation-actions";
import { ActivationBody } from "./activation-body";
import { ActivationCountdown } from "./activation-countdown";
import { ActivationStatus } from "./activation-status";

/** A running number as a card: everything needed without opening it. */
export function ActivationCard({ order }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  const tScreen = useTranslations("numbers.screen");
  return (
    <Panel
      as="article"
      tabIndex={-1}
      aria-label={t("card", { service: order.service.name, state: tScreen(order.screen) })}
      data-testid="activation"
      data-order={order.number}
    >
      <div className="flex flex-col gap-4">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <Link
            href={routes.activation(order.id)}
            className="flex items-center gap-3 font-medium hover:underline"
            aria-label={t("open", { number: order.number })}
          >
            <ServiceIcon slug={order.service.slug} name={order.service.name} />
            {order.service.name}
            <Flag iso2={order.country.iso2} />
          </Link>
          <span className="flex flex-wrap items-center gap-3">
            <ActivationCountdown order={order} />
            <ActivationStatus order={order} />
          </span>
        </header>
        <ActivationBody order={order} />
        <ActivationActions order={order} />
      </div>
    </Panel>
  );
}
