import { useTranslations } from "next-intl";
import { AccessFact } from "./access-fact";

/** What an admin types to set up the simulated supplier, or to set it right again. */
export function SupplierAccess({ url, apiKey }: { url: string; apiKey: string }) {
  const t = useTranslations("simulators");
  return (
    <details className="rounded-md border border-line px-3">
      <summary className="min-h-11 cursor-pointer py-3 font-medium text-sm">{t("sms.access")}</summary>
      <div className="flex flex-col gap-2 pb-3">
        <p className="text-ink-2 text-sm">{t("sms.accessText")}</p>
        <dl className="grid gap-x-6 sm:grid-cols-2">
          <AccessFact name={t("panels.address")} value={url} />
          <AccessFact name={t("panels.credential.apiKey")} value={apiKey} />
        </dl>
      </div>
    </details>
  );
}
