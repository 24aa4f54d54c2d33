"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { moveClockAction } from "@/lib/actions/demo";
import { useRouter } from "@/lib/i18n/navigation";

const STEPS = ["1m", "21m", "1h", "1d"] as const;

/** Demo only: moves business time on, to see windows end without waiting. */
export function ClockControl({ now }: { now: string }) {
  const t = useTranslations("admin.clock");
  const format = useFormatter();
  const router = useRouter();
  const refusals = useTranslations("refusals");
  const { execute, isPending, hasErrored, result } = useAction(moveClockAction, {
    onSuccess: () => router.refresh(),
  });
  return (
    <section aria-labelledby="clock-heading" className="flex flex-col gap-3">
      <h2 id="clock-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      <Panel className="flex flex-col gap-3">
        <p>{t("now", { time: format.dateTime(new Date(now), "long") })}</p>
        <div className="flex flex-wrap gap-2">
          {STEPS.map((step) => (
            <Button key={step} variant="secondary" pending={isPending} onClick={() => execute({ step })}>
              {t("move", { amount: step })}
            </Button>
          ))}
        </div>
        <p className="text-ink-3 text-xs">{t("hint")}</p>
        <p role="status" className="text-ok text-sm">
          {result.data?.ok && t("moved")}
        </p>
        <p role="alert" className="text-bad text-sm empty:hidden">
          {hasErrored && refusals("unavailable")}
        </p>
      </Panel>
    </section>
  );
}
