import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { THEME_COOKIE } from "@/lib/http/choice-cookies";
import { BottomBar } from "./bottom-bar";
import { BrandLink } from "./brand-link";
import { OfflineNote } from "./offline-note";
import { PortalSidebar } from "./portal-sidebar";
import { PreferencesMenu } from "./preferences-menu";
import { SIDEBAR_COOKIE, sidebarFrom } from "./sidebar";
import { MAIN_ID, SkipLink } from "./skip-link";
import { themeFrom } from "./theme";

interface PortalShellProps {
  balance: ReactNode;
  palette: ReactNode;
  bell: ReactNode;
  userMenu: ReactNode;
  isStaff: boolean;
  children: ReactNode;
}

/** The signed-in frame: side bar on a desk, bottom bar in a hand. */
export async function PortalShell({ balance, palette, bell, userMenu, isStaff, children }: PortalShellProps) {
  const chosen = await cookies();
  const theme = themeFrom(chosen.get(THEME_COOKIE)?.value);
  const sidebar = sidebarFrom(chosen.get(SIDEBAR_COOKIE)?.value);
  return (
    <div
      data-sidebar={sidebar}
      className="min-h-dvh md:grid md:grid-cols-[14.5rem_minmax(0,1fr)] md:text-sm md:data-[sidebar=narrow]:grid-cols-[3.75rem_minmax(0,1fr)] print:block"
    >
      <SkipLink />
      <PortalSidebar width={sidebar} isStaff={isStaff} />
      <div className="flex min-w-0 flex-col pb-16 md:pb-0 print:pb-0">
        <header
          data-chrome
          className="sticky top-0 z-20 flex min-h-14 items-center justify-between gap-2 border-line border-b bg-paper px-4 sm:px-6"
        >
          <span className="md:hidden">
            <BrandLink wordClassName="max-[360px]:sr-only" />
          </span>
          <span className="ms-auto flex items-center gap-1 text-sm sm:gap-2">
            {palette}
            {balance}
            {bell}
            <span className="hidden md:flex">
              <PreferencesMenu theme={theme} />
            </span>
            {userMenu}
          </span>
        </header>
        <OfflineNote className="top-14" />
        <main
          id={MAIN_ID}
          tabIndex={-1}
          className="mx-auto flex w-full max-w-[72rem] flex-col gap-6 px-4 py-6 outline-none sm:px-6 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomBar theme={theme} isStaff={isStaff} />
    </div>
  );
}
