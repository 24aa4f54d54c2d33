import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ServerWord } from "@/lib/domain/vpn/types";

const TONES: Record<ServerWord, Tone> = { online: "ok", busy: "warn", maintenance: "info", offline: "bad" };

/** How a location is, in a word. */
export function PlaceState({ word }: { word: ServerWord }) {
  const t = useTranslations("subscriptions.plans.server");
  return <Badge tone={TONES[word]}>{t(word)}</Badge>;
}
