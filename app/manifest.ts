import type { MetadataRoute } from "next";
import { loadShopName } from "@/lib/loaders/support";
import { routes } from "@/lib/routes";

export const dynamic = "force-dynamic";

/** So that the shop can be put among a device's own apps. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const name = await loadShopName();
  return {
    id: "/",
    name,
    short_name: name,
    start_url: routes.dashboard(),
    scope: "/",
    display: "standalone",
    background_color: "#fcfbf9",
    theme_color: "#fcfbf9",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
    ],
  };
}
