import "server-only";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import { getPathname } from "@/lib/i18n/navigation";
import { type Locale, routing } from "@/lib/i18n/routing";
import { loadShopName } from "./support";

/** Where visitors reach the shop, without a slash at the end. */
export function publicOrigin(): string {
  return getDeps().env.publicUrl.origin;
}

/** The absolute address of a page in one language. */
export function publicUrl(path: string, locale: Locale): string {
  const local = getPathname({ href: path, locale });
  return `${publicOrigin()}${local === "/" ? "" : local}`;
}

/** A page's address in every language, with the default for whoever reads none of them. */
export function languageAddresses(path: string): Record<string, string> {
  const addresses = Object.fromEntries(routing.locales.map((locale) => [locale, publicUrl(path, locale)]));
  return { ...addresses, "x-default": publicUrl(path, routing.defaultLocale) };
}

type PublicPage = "home" | "pricing" | "vpn" | "refunds" | "status" | "developers";

/** Title, description and addresses of a public page for readers, search machines and whoever shares it. */
export async function publicMetadata(page: PublicPage, path: string): Promise<Metadata> {
  const [t, locale, brand] = await Promise.all([getTranslations("site.pages"), getLocale(), loadShopName()]);
  return pageMetadata({
    title: t(`${page}.title`, { brand }),
    description: t(`${page}.description`),
    path,
    locale,
  });
}

interface PageFacts {
  title: string;
  description: string;
  path: string;
  locale: Locale;
}

/** The same for a page that has its words from elsewhere. */
export function pageMetadata({ title, description, path, locale }: PageFacts): Metadata {
  const url = publicUrl(path, locale);
  return {
    title: path === "/" ? { absolute: title } : title,
    description,
    metadataBase: new URL(publicOrigin()),
    alternates: { canonical: url, languages: languageAddresses(path) },
    openGraph: {
      title,
      description,
      url,
      locale: locale.replace("-", "_"),
      type: "website",
      images: [{ url: "/icons/share.png", width: 1200, height: 630, alt: title }],
    },
    twitter: { card: "summary_large_image" },
  };
}
