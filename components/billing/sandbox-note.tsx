import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says, on paper too (as a plain line), that money here is not real: all ways of paying are simulated, or some of them. */
export function SandboxNote({ sandbox }: { sandbox: "all" | "some" }) {
  const t = useTranslations("billing.sandbox");
  return (
    <p
      role="note"
      data-testid="sandbox"
      className="flex items-start gap-2 rounded-control border border-line bg-sunken px-3 py-2 text-ink-2 text-sm print:border-0 print:bg-transparent print:p-0 print:text-xs"
    >
      <FlaskConical aria-hidden="true" className="mt-0.5 size-4 shrink-0 print:hidden" />
      <span>
        <strong className="font-medium text-ink">{t("word")}</strong> {t(sandbox)}
      </span>
    </p>
  );
}
