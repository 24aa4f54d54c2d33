import type { MetadataRoute } from "next";
import { LEGAL_TEXTS } from "@/lib/domain/settings/schema";
import { routing } from "@/lib/i18n/routing";
import { languageAddresses, publicUrl } from "@/lib/loaders/site-metadata";
import { routes } from "@/lib/routes";

// The address of the shop is known only to the running process.
export const dynamic = "force-dynamic";

const PATHS = [
  routes.home(),
  routes.pricing(),
  routes.vpnPricing(),
  routes.refunds(),
  routes.status(),
  routes.apiReference(),
  routes.signUp(),
  routes.signIn(),
  ...LEGAL_TEXTS.map(routes.legal),
];

/** Every public page in every language, each with its translations. */
export default function sitemap(): MetadataRoute.Sitemap {
  return PATHS.flatMap((path) =>
    routing.locales.map((locale) => ({
      url: publicUrl(path, locale),
      alternates: { languages: languageAddresses(path) },
    })),
  );
}
