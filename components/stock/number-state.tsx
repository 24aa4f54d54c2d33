import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { NumberState } from "@/lib/domain/supply/types";

const TONES = { free: "ok", rented: "live", used: "neutral" } as const;

/** Whether it can be rented, is held, or has nothing left to sell. */
export function NumberStateBadge({ state }: { state: NumberState }) {
  const t = useTranslations("stock");
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
