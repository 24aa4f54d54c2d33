import type { Shelf } from "@/lib/domain/catalog/queries/shelves";

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
export function productName(service: Pick<Shelf["service"], "fiveSimName" | "slug">): string {
  return service.fiveSimName ?? service.slug;
}

export function countryNameOf(country: Pick<Shelf["country"], "fiveSimName" | "name">): string {
  return country.fiveSimName ?? squeezed(country.name);
}

/** A path's word as it is compared. */
export function wordOf(text: string | undefined): string {
  return (text ?? "").trim().toLowerCase();
}
