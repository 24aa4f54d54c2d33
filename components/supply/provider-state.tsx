import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ProviderDetail } from "@/lib/domain/supply/types";

const TONES = { healthy: "ok", failing: "bad", paused: "warn", off: "neutral" } as const;

/** Whether numbers are bought there now. */
export function ProviderState({ provider }: { provider: Pick<ProviderDetail, "state"> }) {
  const t = useTranslations("providers.states");
  return <Badge tone={TONES[provider.state]}>{t(provider.state)}</Badge>;
}
