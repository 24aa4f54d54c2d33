import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Mark } from "./mark";
import { ADMIN_ITEMS } from "./navigation-items";
import { NavigationLink } from "./navigation-link";
import { PreferencesBar } from "./preferences-bar";
import { MAIN_ID, SkipLink } from "./skip-link";

const HREFS = ADMIN_ITEMS.map((item) => item.href);

/** The back office: the same clothes with an ink bar, so that nobody takes it for the shop. */
export function AdminShell({ userMenu, isDemo, children }: { userMenu: ReactNode; isDemo: boolean; children: ReactNode }) {
  const t = useTranslations("layout");
  const items = ADMIN_ITEMS.filter((item) => isDemo || !("demoOnly" in item));
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header data-chrome className="sticky top-0 z-20 bg-ink text-paper">
        <div className="mx-auto flex min-h-12 max-w-[90rem] flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <Link href={routes.admin()} className="flex items-center gap-2 font-semibold">
            <Mark className="size-6" />
            {t("admin")}
          </Link>
          <nav aria-label={t("main")} className="order-last w-full sm:order-none sm:w-auto">
            <ul className="flex flex-wrap gap-1">
              {items.map(({ key, href }) => (
                <li key={key}>
                  <NavigationLink
                    href={href}
                    siblings={HREFS}
                    className="flex min-h-9 items-center rounded-control px-3 text-sm opacity-80 hover:opacity-100 aria-[current]:underline aria-[current]:decoration-2 aria-[current]:decoration-accent aria-[current]:underline-offset-8 aria-[current]:opacity-100"
                  >
                    {t(`adminItems.${key}`)}
                  </NavigationLink>
                </li>
              ))}
            </ul>
          </nav>
          <span className="ms-auto flex items-center gap-2">
            <Link href={routes.dashboard()} className="rounded-control px-3 py-2 text-sm opacity-80 hover:opacity-100">
              {t("toShop")}
            </Link>
          </span>
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto flex max-w-[90rem] flex-col gap-5 px-4 py-5 outline-none sm:px-6">
        <div className="flex justify-end">
          <PreferencesBar />
          {userMenu}
        </div>
        {children}
      </main>
    </div>
  );
}
