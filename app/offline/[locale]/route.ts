import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { drawPlainPage } from "@/lib/http/plain-page";
import { routing } from "@/lib/i18n/routing";
import { COME_BACK } from "./come-back";

/** A page that needs nothing but itself: the service worker keeps it for the time without a network. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const asked = (await params).locale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const t = await getTranslations({ locale, namespace: "site.offline" });
  const { html, policy } = drawPlainPage({
    locale,
    title: t("title"),
    text: `${t("text")} ${t("again")}`,
    // The same address again.
    link: { href: "", label: t("retry") },
    script: COME_BACK,
  });
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
    },
  });
}
