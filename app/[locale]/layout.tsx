import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { BrowserSentences } from "@/components/layout/browser-sentences";
import { ShopNameProvider } from "@/components/layout/shop-name";
import { StartInParts } from "@/components/layout/start-in-parts";
import { themeFrom } from "@/components/layout/theme";
import { THEME_COOKIE } from "@/lib/http/choice-cookies";
import { REQUEST_ID_HEADER } from "@/lib/http/request-id";
import { NONCE_HEADER } from "@/lib/http/security-headers";
import { calendarOf } from "@/lib/i18n/formats";
import { directionOf, routing } from "@/lib/i18n/routing";
import { loadLooks } from "@/lib/loaders/preferences";
import { loadShopName } from "@/lib/loaders/support";
import "../globals.css";
import { geistExtended, geistMono, geistSans, vazirmatn } from "./fonts";

interface LocaleLayoutProps {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, shop] = await Promise.all([getTranslations("layout"), loadShopName()]);
  return {
    // A percent sign in the name is none of the template's.
    title: { default: shop, template: `%s · ${shop.replaceAll("%s", "% s")}` },
    description: t("description"),
    icons: { icon: "/icon.svg", apple: "/icons/apple-touch-icon.png" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf9" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1114" },
  ],
};

export default async function LocaleLayout({ children, params }: LocaleLayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [preferences, shop] = await Promise.all([loadLooks(), loadShopName()]);
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value ?? preferences.theme.toLowerCase());
  const incoming = await headers();
  const nonce = incoming.get(NONCE_HEADER) ?? undefined;
  const direction = directionOf(locale);
  return (
    <html
      lang={locale}
      data-request-id={incoming.get(REQUEST_ID_HEADER) ?? undefined}
      dir={direction}
      data-theme={theme}
      data-calendar={calendarOf(preferences.calendar, locale)}
      data-density={preferences.density === "COMPACT" ? "dense" : undefined}
      className={`${geistSans.variable} ${geistExtended.variable} ${geistMono.variable} ${vazirmatn.variable}`}
    >
      <body>
        <StartInParts nonce={nonce} />
        <BrowserSentences area="shell">
          <CSPProvider nonce={nonce}>
            <DirectionProvider direction={direction}>
              <ShopNameProvider name={shop}>{children}</ShopNameProvider>
            </DirectionProvider>
          </CSPProvider>
        </BrowserSentences>
      </body>
    </html>
  );
}
