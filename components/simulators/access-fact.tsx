import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Ltr } from "@/components/ui/ltr";

/** A line of what somebody types to set up a simulated partner, ready to be copied. */
export function AccessFact({ name, value }: { name: string; value: string }) {
  const t = useTranslations("simulators.panels");
  return (
    <div className="min-w-0 py-1">
      <dt className="text-ink-3 text-xs">{name}</dt>
      <dd className="flex items-center justify-between gap-2">
        <Ltr className="min-w-0 break-all font-mono text-xs">{value}</Ltr>
        <CopyButton text={value} label={t("copy")} subject={name} variant="ghost" />
      </dd>
    </div>
  );
}
