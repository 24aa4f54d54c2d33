import { useFormatter, useTranslations } from "next-intl";
import { Jack } from "@/components/ui/jack";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** Under five finished numbers a share says nothing. */
const MIN_SAMPLE = 5;

interface DeliveryLineProps {
  delivery: { today: { withCode: number; finished: number }; week: { withCode: number; finished: number } };
  availableCount: number;
}

/** How it goes today, in one line that leads to the status page. */
export function DeliveryLine({ delivery, availableCount }: DeliveryLineProps) {
  const t = useTranslations("landing.delivery");
  const format = useFormatter();
  const { today, week } = delivery;
  const isToday = today.finished >= MIN_SAMPLE;
  const shown = isToday ? today : week;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
      {shown.finished >= MIN_SAMPLE && (
        <Link
          href={routes.status()}
          prefetch={false}
          className="inline-flex min-h-6 items-center gap-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          <Jack lit className="size-3 text-ok" />
          {t(isToday ? "today" : "week", {
            rate: format.number(shown.withCode / shown.finished, "share"),
            count: shown.finished,
          })}
        </Link>
      )}
      <span>{t("available", { count: availableCount })}</span>
    </p>
  );
}
