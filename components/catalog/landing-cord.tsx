import { useTranslations } from "next-intl";

/** How a hold becomes a receipt or goes back: the cord plugged and unplugged. */
export function LandingCord() {
  const t = useTranslations("landing.cord");
  const steps = [
    { key: "hold", path: "M24 20C34 62 86 62 96 20", lit: false, dashed: true },
    { key: "code", path: "M24 20C34 62 86 62 96 20", lit: true, dashed: false },
    { key: "back", path: "M24 20C28 54 52 60 70 48", lit: false, dashed: false },
  ] as const;
  return (
    <section aria-labelledby="cord-heading" className="flex flex-col gap-6">
      <h2 id="cord-heading" className="font-semibold text-[28px] leading-9">
        {t("title")}
      </h2>
      <ol className="grid gap-6 md:grid-cols-3">
        {steps.map((step) => (
          <li key={step.key} className="flex flex-col gap-3">
            <svg aria-hidden="true" viewBox="0 0 120 64" className="h-16 self-start text-ink-2 rtl:-scale-x-100" fill="none" stroke="currentColor" strokeWidth="1.5">
              <circle cx="24" cy="20" r="10" />
              <circle cx="96" cy="20" r="10" fill={step.lit ? "var(--accent)" : "none"} stroke={step.lit ? "var(--accent)" : "currentColor"} />
              <path d={step.path} strokeLinecap="round" strokeDasharray={step.dashed ? "4 5" : undefined} />
            </svg>
            <h3 className="font-medium">{t(`${step.key}.title`)}</h3>
            <p className="text-ink-2">{t(`${step.key}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
