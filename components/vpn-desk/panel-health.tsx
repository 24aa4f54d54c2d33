import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** What a probe can find. */
export const HEALTH_CODES = [
  "fine",
  "unknown_version",
  "auth",
  "not_found",
  "validation",
  "throttled",
  "unreachable",
  "protocol",
] as const;

/** What the last probe of a panel found. */
export function PanelHealth({ code }: { code: string | null }) {
  const t = useTranslations("vpnDesk.health");
  const known = HEALTH_CODES.find((one) => one === code) ?? "never";
  const tone =
    known === "fine" ? "ok" : known === "never" ? "neutral" : known === "unknown_version" ? "warn" : "bad";
  return <Badge tone={tone}>{t(known)}</Badge>;
}
