import type { MetadataRoute } from "next";
import { publicOrigin } from "@/lib/loaders/site-metadata";

// The address of the shop is known only to the running process.
export const dynamic = "force-dynamic";

/** Search machines find the public pages and nothing that needs a person. */
export default function robots(): MetadataRoute.Robots {
  const closed = ["/api/", "/admin", "/dashboard", "/numbers", "/wallet", "/settings", "/dev/"];
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: closed.flatMap((path) => (path === "/api/" ? [path] : [path, `/fa${path}`, `/pt-BR${path}`])),
    },
    sitemap: `${publicOrigin()}/sitemap.xml`,
  };
}
