import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { iconContent } from "../icon-file";

/** An uploaded picture and the version of the entry that holds it. */
interface StoredIcon {
  type: string;
  bytes: Uint8Array;
  version: number;
}

/** The uploaded picture of a service or a country; null when it has none. */
export async function readIcon(
  deps: Pick<KernelDeps, "db">,
  target: "service" | "country",
  id: string,
): Promise<StoredIcon | null> {
  const where = { where: { id } };
  const row =
    target === "service"
      ? await deps.db.service.findUnique({ ...where, select: { icon: true, version: true } })
      : await deps.db.country
          .findUnique({ ...where, select: { flagIcon: true, version: true } })
          .then((found) => found && { icon: found.flagIcon, version: found.version });
  const content = iconContent(row?.icon ?? null);
  return row && content && { ...content, version: row.version };
}
