import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LegalText } from "@/lib/domain/settings/schema";

const POINTS = ["one", "two", "three"] as const;

/** Says that the operator has written nothing yet, and what the software does by itself. */
export function DefaultLegalText({ text }: { text: LegalText }) {
  const t = useTranslations("site.legal");
  return (
    <>
      <div
        role="note"
        className="flex max-w-prose items-start gap-3 rounded-panel border border-line-strong border-dashed bg-sunken p-4"
      >
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" />
        <div className="flex flex-col gap-1">
          <p className="font-medium">{t("unfilled")}</p>
          <p className="text-ink-2 text-sm">{t("unfilledText")}</p>
        </div>
      </div>
      <ul className="flex max-w-prose list-disc flex-col gap-2 ps-5 text-ink-2">
        {POINTS.map((point) => (
          <li key={point}>{t(`defaults.${text}.${point}`)}</li>
        ))}
      </ul>
    </>
  );
}
