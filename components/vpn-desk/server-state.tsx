import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { StaffServerView } from "@/lib/domain/vpn/staff-types";

const TONES = { online: "ok", busy: "warn", maintenance: "info", offline: "bad" } as const;

/** How a server stands, in one word; that it is emptied is said beside it. */
export function ServerState({
  server,
}: {
  server: Pick<StaffServerView, "word" | "isDraining" | "verifiedAt">;
}) {
  const t = useTranslations("vpnDesk");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={TONES[server.word]}>{t(`word.${server.word}`)}</Badge>
      {server.verifiedAt === null && <Badge tone="warn">{t("servers.unopened")}</Badge>}
      {server.isDraining && <Badge tone="warn">{t("servers.draining")}</Badge>}
    </span>
  );
}
