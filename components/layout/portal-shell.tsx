import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { BrandLink } from "./brand-link";
import { PORTAL_ITEMS } from "./navigation-items";
import { NavigationLink } from "./navigation-link";
import { PreferencesBar } from "./preferences-bar";
import { MAIN_ID, SkipLink } from "./skip-link";

interface PortalShellProps {
  balance: ReactNode;
  userMenu: ReactNode;
  isStaff: boolean;
  children: ReactNode;
}

const HREFS = PORTAL_ITEMS.map((item) => item.href);

/** The signed-in frame: side bar on a desk, bottom bar in a hand. */
export function PortalShell({ balance, userMenu, isStaff, children }: PortalShellProps) {
  const t = useTranslations("layout");
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[232px_minmax(0,1fr)]">
      <SkipLink />
      <aside data-chrome className="sticky top-0 hidden h-dvh flex-col gap-6 border-line border-e bg-sunken p-4 md:flex">
        <BrandLink />
        <nav aria-label={t("main")}>
          <ul className="flex flex-col gap-0.5">
            {PORTAL_ITEMS.map(({ key, href, icon: Icon }) => (
              <li key={key}>
                <NavigationLink
                  href={href}
                  siblings={HREFS}
                  className="flex min-h-9 items-center gap-3 rounded-control px-3 text-ink-2 text-sm hover:bg-surface hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink"
                >
                  <Icon aria-hidden="true" className="size-4" />
                  {t(`items.${key}`)}
                </NavigationLink>
              </li>
            ))}
          </ul>
        </nav>
        {isStaff && (
          <Link href={routes.admin()} className="mt-auto rounded-control px-3 py-2 text-ink-2 text-sm hover:bg-surface">
            {t("admin")}
          </Link>
        )}
      </aside>
      <div className="flex min-w-0 flex-col pb-16 md:pb-0">
        <header
          data-chrome
          className="sticky top-0 z-20 flex min-h-14 items-center justify-between gap-2 border-line border-b bg-paper px-4 sm:px-6"
        >
          <span className="md:hidden">
            <BrandLink />
          </span>
          <span className="ms-auto flex items-center gap-1 sm:gap-2">
            {balance}
            <span className="hidden sm:flex">
              <PreferencesBar />
            </span>
            {userMenu}
          </span>
        </header>
        <main id={MAIN_ID} tabIndex={-1} className="mx-auto flex w-full max-w-[72rem] flex-col gap-6 px-4 py-6 outline-none sm:px-6">
          {children}
        </main>
      </div>
      <nav
        data-chrome
        aria-label={t("bottom")}
        className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        <ul className="grid grid-cols-5">
          {PORTAL_ITEMS.map(({ key, href, icon: Icon }) => (
            <li key={key}>
              <NavigationLink
                href={href}
                siblings={HREFS}
                className="flex min-h-14 flex-col items-center justify-center gap-1 text-[11px] text-ink-2 aria-[current]:font-medium aria-[current]:text-accent-text"
              >
                <Icon aria-hidden="true" className="size-5" />
                {t(`items.${key}`)}
              </NavigationLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
