import { getTranslations } from "next-intl/server";
import type { previewServerStatus } from "@/lib/domain/vpn/queries/decision-effects";

type Effect = Extract<Awaited<ReturnType<typeof previewServerStatus>>, { ok: true }>["effect"];

/** What putting a server into another state does, in sentences. */
export async function statusSentences(
  status: "ONLINE" | "OFFLINE" | "MAINTENANCE",
  isDraining: boolean,
  { people, withoutOther }: Effect,
): Promise<string[]> {
  const t = await getTranslations("vpnDesk.effects");
  if (status === "ONLINE") return [t("online", { n: people })];
  const lines = [t(status === "OFFLINE" ? "offline" : "maintenance", { n: people })];
  if (people > 0) lines.push(t("withoutOther", { n: withoutOther }));
  if (status === "MAINTENANCE") lines.push(t(isDraining ? "drained" : "notDrained"));
  return lines;
}
