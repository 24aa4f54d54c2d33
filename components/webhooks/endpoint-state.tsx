import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { EndpointView } from "@/lib/domain/webhooks/types";

const TONES = { on: "ok", failing: "warn", off: "neutral" } as const;

/** Whether an endpoint is told, does not answer, or is off. */
export function EndpointState({ endpoint }: { endpoint: Pick<EndpointView, "disabledAt" | "failingSince"> }) {
  const t = useTranslations("webhookLog.state");
  const word = endpoint.disabledAt ? "off" : endpoint.failingSince ? "failing" : "on";
  return <Badge tone={TONES[word]}>{t(word)}</Badge>;
}
