import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Mark } from "./mark";
import { ADMIN_HREFS, ADMIN_ITEMS } from "./navigation-items";
import { NavigationLink } from "./navigation-link";
import { PreferencesBar } from "./preferences-bar";
import { MAIN_ID, SkipLink } from "./skip-link";

const ITEM =
  "flex min-h-11 shrink-0 items-center gap-2 border-transparent border-y-2 px-2.5 text-sm opacity-80 hover:opacity-100 aria-[current]:border-b-accent aria-[current]:font-medium aria-[current]:opacity-100 md:min-h-12";

interface AdminShellProps {
  userMenu: ReactNode;
  isDemo: boolean;
  children: ReactNode;
}

/** The back office: the same clothes with an ink bar and denser rows, so that nobody takes it for the shop. */
export function AdminShell({ userMenu, isDemo, children }: AdminShellProps) {
  const t = useTranslations("layout");
  const items = ADMIN_ITEMS.filter((item) => isDemo || !("demoOnly" in item));
  return (
    <div data-density="dense" className="min-h-dvh md:text-sm">
      <SkipLink />
      <header data-chrome className="sticky top-0 z-20 bg-bar text-on-bar">
        <div className="mx-auto flex min-h-12 max-w-[90rem] flex-wrap items-center gap-x-5 px-4 sm:px-6">
          <Link
            href={routes.admin()}
            className="flex min-h-11 items-center gap-2 font-semibold text-base tracking-tight"
          >
            <Mark className="size-6" />
            {t("admin")}
          </Link>
          <nav aria-label={t("main")} className="order-last w-full overflow-x-auto md:order-none md:w-auto">
            <ul className="flex gap-1">
              {items.map(({ key, href, icon: Icon }) => (
                <li key={key}>
                  <NavigationLink href={href} siblings={ADMIN_HREFS} className={ITEM}>
                    <Icon aria-hidden="true" className="size-4" />
                    {t(`adminItems.${key}`)}
                  </NavigationLink>
                </li>
              ))}
            </ul>
          </nav>
          <span className="ms-auto flex items-center gap-1 text-sm [&_button:hover]:bg-on-bar/10">
            <Link
              href={routes.dashboard()}
              className="hidden min-h-9 items-center rounded-control px-2 opacity-80 hover:opacity-100 sm:flex"
            >
              {t("toShop")}
            </Link>
            <PreferencesBar />
            {userMenu}
          </span>
        </div>
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className="mx-auto flex max-w-[90rem] flex-col gap-5 px-4 py-5 outline-none sm:px-6"
      >
        {children}
      </main>
    </div>
  );
}
