import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { routes } from "@/lib/routes";
import { BRAND } from "./brand-link";
import { LANGUAGE_NAMES } from "./language-names";

const LINK = "inline-flex min-h-9 items-center text-ink-2 hover:text-ink hover:underline underline-offset-4";

/** The promise once more, the ways in, and the home page in each language. */
export function SiteFooter() {
  const t = useTranslations("layout");
  return (
    <footer data-chrome className="border-line border-t">
      <div className="mx-auto flex max-w-[76rem] flex-wrap justify-between gap-x-12 gap-y-6 px-4 py-8 text-sm sm:px-6">
        <p className="max-w-sm text-ink-3">{t("footer", { brand: BRAND })}</p>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <Link href={routes.numbers()} className={LINK}>
              {t("items.numbers")}
            </Link>
          </li>
          <li>
            <Link href={routes.signIn()} className={LINK}>
              {t("signIn")}
            </Link>
          </li>
          <li>
            <Link href={routes.signUp()} className={LINK}>
              {t("signUp")}
            </Link>
          </li>
        </ul>
        <ul className="flex flex-wrap gap-x-6">
          {routing.locales.map((locale) => (
            <li key={locale}>
              <Link href={routes.home()} locale={locale} lang={locale} hrefLang={locale} className={LINK}>
                {LANGUAGE_NAMES[locale]}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
