import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { KeyState, KeyView } from "@/lib/domain/api-keys/types";

const TONES: Record<KeyState, Tone> = {
  ACTIVE: "live",
  ROTATING: "warn",
  EXPIRED: "neutral",
  REVOKED: "bad",
};

/** How a key stands; a key of the sandbox says so beside it. */
export function KeyStateBadge({ apiKey: { state, mode } }: { apiKey: Pick<KeyView, "state" | "mode"> }) {
  const t = useTranslations("developers");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
      {mode === "SANDBOX" && <Badge tone="info">{t("sandbox")}</Badge>}
    </span>
  );
}
