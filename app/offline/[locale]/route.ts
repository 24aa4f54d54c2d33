import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { directionOf, routing } from "@/lib/i18n/routing";

const STYLE = `:root{color-scheme:light dark;--paper:light-dark(#fcfbf9,#0f1114);--ink:light-dark(#1b1d22,#efeeec);--ink-2:light-dark(#4a4c52,#b9b8b4)}
body{background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:18vh 1.5rem}
svg{width:14rem;max-width:100%}[dir=rtl] svg{transform:scaleX(-1)}h1{font-size:1.5rem;line-height:1.3}p{color:var(--ink-2)}
a{align-items:center;border:1px solid;border-radius:6px;color:inherit;display:inline-flex;min-height:2.75rem;padding:0 1rem;text-decoration:none}`;

const DRAWING = `<svg aria-hidden="true" viewBox="0 0 200 80" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"><circle cx="20" cy="18" r="13"/><circle cx="180" cy="18" r="13"/><path d="M20 31C20 68 62 80 104 62"/><circle cx="109" cy="59.5" r="5"/></svg>`;

/** A page that needs nothing but itself: the service worker keeps it for the time without a network. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const asked = (await params).locale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const t = await getTranslations({ locale, namespace: "site.offline" });
  const html = `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${t("title")}</title><style>${STYLE}</style></head><body><main>${DRAWING}<h1>${t("title")}</h1><p>${t("text")}</p><p><a href="">${t("retry")}</a></p></main></body></html>`;
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    },
  });
}
