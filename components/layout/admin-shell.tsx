import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { AdminNavigation } from "./admin-navigation";
import { AdminSections } from "./admin-sections";
import { Mark } from "./mark";
import { OfflineNote } from "./offline-note";
import { PreferencesBar } from "./preferences-bar";
import { MAIN_ID, SkipLink } from "./skip-link";

interface AdminShellProps {
  palette: ReactNode;
  bell: ReactNode;
  userMenu: ReactNode;
  isDemo: boolean;
  children: ReactNode;
}

/** The back office: the same clothes with an ink bar and denser rows, so that nobody takes it for the shop. */
export function AdminShell({ palette, bell, userMenu, isDemo, children }: AdminShellProps) {
  const t = useTranslations("layout");
  return (
    <div data-density="dense" className="min-h-dvh md:text-sm">
      <SkipLink />
      <header data-chrome className="sticky top-0 z-20 bg-bar text-on-bar">
        <div className="flex min-h-12 items-center gap-x-3 px-4 max-[360px]:gap-x-1 sm:px-6 lg:px-4">
          <Link
            href={routes.admin()}
            className="flex min-h-11 items-center gap-2 whitespace-nowrap font-semibold text-base tracking-tight"
          >
            <Mark className="size-6 shrink-0" />
            <span className="max-[420px]:sr-only">{t("admin")}</span>
          </Link>
          <AdminSections label={t("adminSections")}>
            <AdminNavigation
              isDemo={isDemo}
              label={t("adminSections")}
              className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3"
            />
          </AdminSections>
          <span className="ms-auto flex items-center gap-1 text-sm max-[360px]:gap-0 [&_button:hover]:bg-on-bar/10">
            <Link
              href={routes.dashboard()}
              className="hidden min-h-9 items-center rounded-control px-2 opacity-80 hover:opacity-100 sm:flex"
            >
              {t("toShop")}
            </Link>
            {palette}
            {bell}
            <PreferencesBar />
            {userMenu}
          </span>
        </div>
      </header>
      <OfflineNote className="top-12" />
      <div className="lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)] print:block">
        <aside
          data-chrome
          className="sticky top-12 hidden h-[calc(100dvh-3rem)] overflow-y-auto border-line border-e bg-sunken p-3 lg:block"
        >
          <AdminNavigation isDemo={isDemo} label={t("main")} className="flex flex-col gap-3.5" />
        </aside>
        <main
          id={MAIN_ID}
          tabIndex={-1}
          className="mx-auto flex w-full min-w-0 max-w-[90rem] flex-col gap-5 px-4 py-5 outline-none sm:px-6 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
