"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { useMoney } from "@/components/wallet/use-money";
import type { OrderView } from "@/lib/domain/numbers/types";
import { routes } from "@/lib/routes";
import { ActivationActions } from "./activation-actions";
import { ActivationAnnouncer } from "./activation-announcer";
import { ActivationBody } from "./activation-body";
import { ActivationCountdown } from "./activation-countdown";
import { ActivationMessage } from "./activation-message";
import { endRule } from "./activation-screen";
import { ActivationStatus } from "./activation-status";
import { ActivationTimeline } from "./activation-timeline";
import { ConnectionLine } from "./connection-line";
import { useLive, useOrder } from "./live-provider";
import { isLive } from "./live-state";
import { useSeenOrders } from "./use-seen-orders";

/** One activation, live: number, code, messages, what can be done and what happened. */
export function ActivationDetail({ order: initial }: { order: OrderView }) {
  const t = useTranslations("numbers.active");
  const format = useFormatter();
  const money = useMoney();
  const order = useOrder(initial);
  const tScreen = useTranslations("numbers.screen");
  const { rented } = useLive();
  useSeenOrders([order.id]);
  const card = useRef<HTMLDivElement>(null);
  const isRunning = isLive(order);
  const rule = endRule(order.screen);

  // The button that rented it is on another page now.
  useEffect(() => {
    if (rented.current !== order.id) return;
    rented.current = null;
    card.current?.focus();
  }, [rented, order.id]);

  const time = (at: string | null) => (at ? format.dateTime(new Date(at), "long") : "–");
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        <ConnectionLine />
        <Panel>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
          <div
            ref={card}
            role="group"
            tabIndex={-1}
            aria-label={t("card", { service: order.service.name, state: tScreen(order.screen) })}
            className="flex flex-col gap-5 rounded-control outline-offset-8"
            data-testid="activation"
            data-order={order.number}
          >
            <div className="flex flex-wrap items-center justify-between gap-3">
              <ActivationStatus order={order} />
              <ActivationCountdown order={order} />
            </div>
            <ActivationBody order={order} />
            <ActivationActions order={order} />
            {rule && <p className="text-ink-3 text-xs">{t(rule)}</p>}
            {!isRunning && (
              <LinkButton
                variant="secondary"
                className="self-start"
                href={routes.numbers({
                  service: order.service.slug,
                  country: order.country.iso2.toLowerCase(),
                })}
              >
                {t("again")}
              </LinkButton>
            )}
          </div>
        </Panel>
        <section aria-labelledby="messages-heading" className="flex flex-col gap-3">
          <h2 id="messages-heading" className="font-medium text-base">
            {t("messages")}
          </h2>
          {order.messages.length === 0 ? (
            <p className="text-ink-3">{t(isRunning ? "noMessages" : "noneCame")}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {order.messages.map((message) => (
                <ActivationMessage key={message.id} message={message} />
              ))}
            </ul>
          )}
        </section>
      </div>
      <aside className="flex min-w-0 flex-col gap-6">
        <section aria-labelledby="details-heading" className="flex flex-col gap-3">
          <h2 id="details-heading" className="font-medium text-base">
            {t("details")}
          </h2>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
            <dt className="text-ink-3">{t("order")}</dt>
            <dd className="font-mono">
              <bdi dir="ltr">{order.number}</bdi>
            </dd>
            <dt className="text-ink-3">{t("paid")}</dt>
            <dd>
              <bdi dir="ltr">{money(order.price, order.currency)}</bdi>
            </dd>
            <dt className="text-ink-3">{t("started")}</dt>
            <dd>{time(order.createdAt)}</dd>
            <dt className="text-ink-3">{t(isRunning ? "ends" : "endedAt")}</dt>
            <dd>{time(order.endAt ?? order.expiresAt)}</dd>
          </dl>
          {order.isSimulated && <p className="text-ink-3 text-sm">{t("simulated")}</p>}
        </section>
        <ActivationTimeline order={order} />
      </aside>
      <ActivationAnnouncer order={order} />
    </div>
  );
}
