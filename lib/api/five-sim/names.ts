import type { ProtocolCountry, ProtocolService } from "@/lib/domain/catalog/queries/protocol-names";

/** "Any" of a path: whatever operator or country. */
export const ANY = "any";

/** "South Korea" -> "southkorea": what the protocol would call a country that it has no name for. */
function squeezed(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** The protocol's name of a service; the shop's own where it has none. */
export function productName({ fiveSimName, slug }: Pick<ProtocolService, "fiveSimName" | "slug">): string {
  return fiveSimName ?? slug;
}

export function countryNameOf({ fiveSimName, name }: Pick<ProtocolCountry, "fiveSimName" | "name">): string {
  return fiveSimName ?? squeezed(name);
}

/** A path's word as it is compared. */
export function wordOf(text: string | undefined): string {
  return (text ?? "").trim().toLowerCase();
}
