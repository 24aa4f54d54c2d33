"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CountdownArc } from "@/components/ui/countdown-arc";
import { Ltr } from "@/components/ui/ltr";
import { useDigits } from "@/components/ui/use-digits";
import { formatCountdown } from "@/lib/format/duration";

/** The time left to pay. `now` is business time at the moment the page was made. */
export function PayCountdown({
  expiresAt,
  createdAt,
  now,
}: {
  expiresAt: string;
  createdAt: string;
  now: string;
}) {
  const t = useTranslations("billing.invoice");
  const digits = useDigits();
  // Counted from when the page said what time it is: a page read again counts anew.
  const [passed, setPassed] = useState({ since: now, seconds: 0 });
  useEffect(() => {
    const start = performance.now();
    const tick = () => setPassed({ since: now, seconds: (performance.now() - start) / 1_000 });
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [now]);
  const total = (Date.parse(expiresAt) - Date.parse(createdAt)) / 1_000;
  const left = Math.max(
    0,
    Math.floor(
      (Date.parse(expiresAt) - Date.parse(now)) / 1_000 - (passed.since === now ? passed.seconds : 0),
    ),
  );
  return (
    <p className="flex items-center gap-2 text-ink-2 text-sm">
      <CountdownArc seconds={left} total={total} />
      <span>
        {left > 0
          ? t.rich("left", {
              time: () => <Ltr className="font-mono tabular-nums">{digits(formatCountdown(left))}</Ltr>,
            })
          : t("over")}
      </span>
    </p>
  );
}
