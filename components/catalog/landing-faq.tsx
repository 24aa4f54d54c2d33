import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

const QUESTIONS = ["noCode", "several", "same", "wait", "rate", "program"] as const;

/** What people ask before they rent. Opens without scripts. */
export function LandingFaq() {
  const t = useTranslations("landing.faq");
  return (
    <section
      aria-labelledby="faq-heading"
      className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:gap-10"
    >
      <h2 id="faq-heading" className="font-semibold text-2xl tracking-tight">
        {t("title")}
      </h2>
      <div className="divide-y divide-line border-line border-y">
        {QUESTIONS.map((question) => (
          <details key={question} className="group">
            <summary className="flex min-h-12 items-center justify-between gap-4 py-2 font-medium">
              <h3>{t(`${question}.question`)}</h3>
              <ChevronDown
                aria-hidden="true"
                className="size-4 shrink-0 text-ink-3 transition-transform duration-150 group-open:rotate-180"
              />
            </summary>
            <p className="max-w-prose pb-4 text-ink-2">{t(`${question}.answer`)}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
