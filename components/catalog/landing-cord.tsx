import { useTranslations } from "next-intl";
import { CordDrawing, type CordState } from "./cord-drawing";

const STEPS = ["hold", "code", "back"] as const satisfies readonly CordState[];

/** How a hold becomes a receipt or goes back: the cord plugged and unplugged. */
export function LandingCord() {
  const t = useTranslations("landing.cord");
  return (
    <section aria-labelledby="cord-heading" className="flex flex-col gap-6">
      <h2 id="cord-heading" className="font-semibold text-2xl tracking-tight">
        {t("title")}
      </h2>
      <ol className="grid divide-line rounded-panel border border-line bg-surface max-md:divide-y md:grid-cols-3 md:divide-x">
        {STEPS.map((step) => (
          <li key={step} className="flex flex-col gap-2 p-5 sm:p-6">
            <CordDrawing state={step} from={t("wallet")} to={t("line")} />
            <h3 className="mt-2 font-medium">{t(`${step}.title`)}</h3>
            <p className="text-ink-2">{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
