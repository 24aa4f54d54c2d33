import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** An entry with a picture of its own: by `key` (slug, or ISO code in lower case) the shop knows it. */
export interface PictureEntry {
  kind: "services" | "countries";
  key: string;
  id: string;
  version: number;
}

/** Every picture that an admin uploaded: a few, where the product's own do not fit. */
export function listPictures(deps: Pick<KernelDeps, "db">): Promise<PictureEntry[]> {
  return deps.db.$queryRaw<PictureEntry[]>`
    SELECT 'services' AS kind, slug AS key, id, version FROM services WHERE icon LIKE 'data:%'
    UNION ALL
    (SELECT DISTINCT ON (iso2) 'countries', lower(iso2), id, version FROM countries WHERE flag_icon LIKE 'data:%'
      ORDER BY iso2, is_canonical DESC)`;
}
