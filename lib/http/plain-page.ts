import { createHash } from "node:crypto";
import { directionOf, type Locale } from "@/lib/i18n/routing";

const STYLE = `:root{color-scheme:light dark;--paper:light-dark(#fcfbf9,#0f1114);--ink:light-dark(#1b1d22,#efeeec);--ink-2:light-dark(#4a4c52,#b9b8b4)}
body{background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:18vh 1.5rem}
svg{width:14rem;max-width:100%}[dir=rtl] svg{transform:scaleX(-1)}h1{font-size:1.5rem;line-height:1.3}p{color:var(--ink-2)}
a{align-items:center;border:1px solid;border-radius:6px;color:inherit;display:inline-flex;min-height:2.75rem;padding:0 1rem;text-decoration:none}`;

const DRAWING = `<svg aria-hidden="true" viewBox="0 0 200 80" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"><circle cx="20" cy="18" r="13"/><circle cx="180" cy="18" r="13"/><path d="M20 31C20 68 62 80 104 62"/><circle cx="109" cy="59.5" r="5"/></svg>`;

interface PlainPage {
  locale: Locale;
  title: string;
  text: string;
  /** The one next step. */
  link: { href: string; label: string };
  /** Runs on the page; the policy allows just this one. */
  script?: string;
}

/** A whole page in the shop's look that needs nothing but itself, and the policy it is sent with. Words are plain text of ours. */
export function drawPlainPage({ locale, title, text, link, script }: PlainPage) {
  const hash = script && createHash("sha256").update(script).digest("base64");
  const html = `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main>${DRAWING}<h1>${title}</h1><p>${text}</p><p><a href="${link.href}">${link.label}</a></p></main>${script ? `<script>${script}</script>` : ""}</body></html>`;
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(hash ? [`script-src 'sha256-${hash}'`, "connect-src 'self'"] : []),
    "frame-ancestors 'none'",
  ].join("; ");
  return { html, policy };
}
