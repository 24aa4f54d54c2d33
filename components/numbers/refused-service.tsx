import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProhibitedReason } from "@/components/catalog/prohibited-reason";

interface RefusedServiceProps {
  asked: string;
  refused: { name: string; isProhibited: boolean; reason: string | null } | null;
}

/** The service in the address cannot be bought: it is unknown, not on offer just now, or prohibited, with the reason. */
export function RefusedService({ asked, refused }: RefusedServiceProps) {
  const t = useTranslations("numbers.buy");
  return (
    <p
      role="status"
      className="flex items-start gap-2 rounded-panel border border-line-strong bg-surface p-3 text-sm"
    >
      <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>
        {!refused && t("unknownService", { asked })}
        {refused && !refused.isProhibited && t("notOnOffer", { service: refused.name })}
        {refused?.isProhibited && t("prohibited", { service: refused.name })}
        {refused?.isProhibited && refused.reason && (
          <>
            {" "}
            <ProhibitedReason reason={refused.reason} />
          </>
        )}
      </span>
    </p>
  );
}
