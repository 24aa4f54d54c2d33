import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { EndpointView } from "@/lib/domain/webhooks/types";

/** Why an endpoint is off, or that it does not answer; nothing while it is well. */
export function EndpointNotice({ endpoint }: { endpoint: EndpointView }) {
  const t = useTranslations("webhookLog");
  const format = useFormatter();
  const { disabledReason, failingSince, warnings } = endpoint;
  if (disabledReason)
    return (
      <Panel line={disabledReason === "CUSTOMER" ? "usual" : "bad"} padding="slim">
        <p className="text-sm">{t(`reason.${disabledReason}`)}</p>
      </Panel>
    );
  if (!failingSince) return null;
  const since = format.dateTime(new Date(failingSince), "short");
  return (
    <Panel line="warn" padding="slim">
      <p className="text-sm">{t("failingText", { since, warnings })}</p>
    </Panel>
  );
}
