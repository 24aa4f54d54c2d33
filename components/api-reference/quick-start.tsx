import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";

export interface QuickStep {
  step: "key" | "who" | "rent" | "code" | "finish";
  text: string;
}

/** The first code of a newcomer, command by command. */
export function QuickStart({ steps }: { steps: readonly QuickStep[] }) {
  const t = useTranslations("apiReference");
  return (
    <ol className="flex flex-col gap-4">
      {steps.map(({ step, text }) => (
        <li key={step} className="flex flex-col gap-1">
          <span className="flex items-center justify-between gap-2">
            <span className="font-medium text-sm">{t(`steps.${step}`)}</span>
            <CopyButton text={text} label={t("tryIt.copy")} variant="ghost" content="slim" />
          </span>
          <CodeBlock label={t(`steps.${step}`)}>{text}</CodeBlock>
        </li>
      ))}
    </ol>
  );
}
