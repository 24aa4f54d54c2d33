import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { SubscriptionView, SubscriptionWord } from "@/lib/domain/vpn/types";

const TONES: Record<SubscriptionWord, Tone> = {
  active: "ok",
  ends_soon: "warn",
  partly_active: "live",
  being_prepared: "info",
  traffic_used_up: "bad",
  expired: "neutral",
  canceled: "neutral",
  suspended: "bad",
};

/** A subscription's state as its owner reads it. */
export function SubscriptionState({
  subscription: { word, ready, locations },
}: {
  subscription: Pick<SubscriptionView, "word" | "ready" | "locations">;
}) {
  const t = useTranslations("subscriptions.word");
  return <Badge tone={TONES[word]}>{t(word, { ready, locations })}</Badge>;
}
