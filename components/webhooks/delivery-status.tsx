import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { WebhookDeliveryStatus } from "@/lib/domain/webhooks/types";

const TONES: Record<WebhookDeliveryStatus, Tone> = {
  QUEUED: "info",
  RETRYING: "warn",
  DELIVERED: "ok",
  FAILED: "bad",
  DISABLED: "neutral",
};

/** How a message fares. */
export function DeliveryStatus({ status }: { status: WebhookDeliveryStatus }) {
  const t = useTranslations("webhookLog.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
