import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { iconContent } from "../icon-file";

/** The uploaded picture of a service or a country; null when it has none. */
export async function readIcon(
  deps: Pick<KernelDeps, "db">,
  target: "service" | "country",
  id: string,
): Promise<{ type: string; bytes: Uint8Array } | null> {
  if (target === "service") {
    const row = await deps.db.service.findUnique({ where: { id }, select: { icon: true } });
    return iconContent(row?.icon ?? null);
  }
  const row = await deps.db.country.findUnique({ where: { id }, select: { flagIcon: true } });
  return iconContent(row?.flagIcon ?? null);
}
