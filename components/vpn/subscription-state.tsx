import { useFormatter, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { SubscriptionView, SubscriptionWord } from "@/lib/domain/vpn/types";

const TONES: Record<SubscriptionWord, Tone> = {
  active: "ok",
  ends_soon: "warn",
  grace: "warn",
  partly_active: "live",
  being_prepared: "info",
  traffic_used_up: "bad",
  expired: "neutral",
  canceled: "neutral",
  suspended: "bad",
};

/** A subscription's state as its owner reads it. */
export function SubscriptionState({
  subscription: { word, ready, locations, off, graceEndsAt },
}: {
  subscription: Pick<SubscriptionView, "word" | "ready" | "locations" | "off" | "graceEndsAt">;
}) {
  const t = useTranslations("subscriptions.word");
  const format = useFormatter();
  if (word === "being_prepared" && locations === 0 && off > 0)
    return <Badge tone="warn">{t("all_off")}</Badge>;
  const until = format.dateTime(new Date(graceEndsAt), "clock");
  return <Badge tone={TONES[word]}>{t(word, { ready, locations, until })}</Badge>;
}
