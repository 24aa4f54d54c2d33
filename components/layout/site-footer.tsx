import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { routes } from "@/lib/routes";
import { LANGUAGE_NAMES } from "./language-names";
import { ShopName } from "./shop-name";

const LINK =
  "inline-flex min-h-11 items-center text-ink-2 underline-offset-4 hover:text-ink hover:underline md:min-h-8";
const LEGAL = ["terms", "privacy", "acceptable-use", "imprint"] as const;

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h2 className="font-medium text-ink-3 text-xs">{title}</h2>
      <ul className="flex flex-col">{children}</ul>
    </section>
  );
}

function Entry({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <Link href={href} prefetch={false} className={LINK}>
        {children}
      </Link>
    </li>
  );
}

/** The promise once more, every public page, the ways in, and the home page in each language. */
export function SiteFooter() {
  const t = useTranslations("layout");
  const words = useTranslations("site");
  return (
    <footer data-chrome className="border-line border-t">
      <div className="mx-auto grid max-w-[76rem] grid-cols-2 gap-x-8 gap-y-8 px-4 py-10 text-sm sm:px-6 md:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))]">
        <p className="col-span-2 max-w-[30ch] text-ink-3 md:col-span-1">
          {t.rich("footer", { brand: () => <ShopName /> })}
        </p>
        <Column title={words("footer.shop")}>
          <Entry href={routes.pricing()}>{words("footer.pricing")}</Entry>
          <Entry href={routes.vpnPricing()}>{words("prices.vpn")}</Entry>
          <Entry href={routes.refunds()}>{words("footer.refunds")}</Entry>
          <Entry href={routes.status()}>{words("footer.status")}</Entry>
          <Entry href={routes.apiReference()}>{words("footer.developers")}</Entry>
        </Column>
        <Column title={words("footer.account")}>
          <Entry href={routes.signIn()}>{t("signIn")}</Entry>
          <Entry href={routes.signUp()}>{t("signUp")}</Entry>
          <Entry href={routes.numbers()}>{t("items.numbers")}</Entry>
        </Column>
        <Column title={words("footer.legal")}>
          {LEGAL.map((text) => (
            <Entry key={text} href={routes.legal(text)}>
              {words(`legal.${text}`)}
            </Entry>
          ))}
        </Column>
        <Column title={words("footer.languages")}>
          {routing.locales.map((locale) => (
            <li key={locale}>
              <Link
                href={routes.home()}
                locale={locale}
                lang={locale}
                hrefLang={locale}
                prefetch={false}
                className={LINK}
              >
                {LANGUAGE_NAMES[locale]}
              </Link>
            </li>
          ))}
        </Column>
      </div>
    </footer>
  );
}
