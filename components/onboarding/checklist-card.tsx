import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Link } from "@/lib/i18n/navigation";
import { DismissChecklist } from "./dismiss-checklist";

interface ChecklistCardProps {
  steps: { key: "verifyEmail" | "topUp" | "rent" | "secure"; isDone: boolean; href: string }[];
}

/** The first steps: what is done, and where the next one is. */
export function ChecklistCard({ steps }: ChecklistCardProps) {
  const t = useTranslations("onboarding");
  const format = useFormatter();
  const next = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Panel as="section" aria-labelledby="checklist-heading" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="checklist-heading" className="font-medium text-base">
          {t("title")}
        </h2>
        <p className="text-ink-2 text-sm">{t("progress", { done, total: steps.length })}</p>
      </div>
      <ol className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ key, isDone, href }, index) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === next?.key ? "step" : undefined}
              className="flex h-full min-h-11 items-start gap-3 rounded-control border border-line p-3 text-sm hover:bg-sunken aria-[current]:border-accent"
            >
              <span
                aria-hidden="true"
                className="inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong text-xs"
              >
                {isDone ? <Check className="size-3.5 text-ok" /> : format.number(index + 1, "whole")}
              </span>
              <span>
                <span className={isDone ? "text-ink-2 line-through" : "font-medium"}>
                  {t(`steps.${key}`)}
                </span>
                {isDone && <span className="sr-only"> {t("done")}</span>}
                {!isDone && <span className="block text-ink-3 text-xs">{t(`hints.${key}`)}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <DismissChecklist />
    </Panel>
  );
}
