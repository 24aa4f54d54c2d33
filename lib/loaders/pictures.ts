import "server-only";
import { getDeps } from "@/lib/deps";
import { listPictures } from "@/lib/domain/catalog/queries/list-pictures";
import { apiRoutes } from "@/lib/routes";

const KEPT_MS = 5_000;

/** Addresses of uploaded pictures, by slug and by ISO code in lower case. What is missing has the product's own. */
interface Pictures {
  services: Readonly<Record<string, string>>;
  countries: Readonly<Record<string, string>>;
}

/** Public: what replaces the product's own icons and flags. */
export async function loadPictures(): Promise<Pictures> {
  const deps = getDeps();
  const entries = await deps.kept.read("catalog.pictures", KEPT_MS, () => listPictures(deps));
  const addresses = (kind: "services" | "countries") =>
    Object.fromEntries(
      entries
        .filter((entry) => entry.kind === kind)
        .map(({ key, id, version }) => [key, apiRoutes.icon(kind, id, version)]),
    );
  return { services: addresses("services"), countries: addresses("countries") };
}
