"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { OrderView } from "@/lib/domain/numbers/types";

/** Ended without a code: what was held for it went back. */
const GAVE_BACK = ["CANCELED", "EXPIRED", "FAILED"];

/** What happened to the order and its money, oldest first. */
export function ActivationTimeline({ order }: { order: OrderView }) {
  const t = useTranslations("numbers");
  const format = useFormatter();
  return (
    <section aria-labelledby="timeline-heading" className="flex flex-col gap-3">
      <h2 id="timeline-heading" className="font-medium text-base">
        {t("active.timeline")}
      </h2>
      <ol className="flex flex-col gap-2 border-line border-s ps-4 text-sm">
        {order.timeline.map((event) => (
          <li key={`${event.kind}-${event.at}`} className="flex flex-wrap justify-between gap-2">
            <span>
              {event.kind === "ended" && GAVE_BACK.includes(order.status)
                ? t("timeline.endedFree")
                : t(`timeline.${event.kind}`)}
            </span>
            <time dateTime={event.at} className="text-ink-3">
              {format.dateTime(new Date(event.at), "time")}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
