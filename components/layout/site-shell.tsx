import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";
import { BRAND, BrandLink } from "./brand-link";
import { PreferencesBar } from "./preferences-bar";
import { MAIN_ID, SkipLink } from "./skip-link";

/** The public frame. */
export function SiteShell({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const t = useTranslations("layout");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-[72rem] flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
        <BrandLink />
        <span className="flex flex-wrap items-center gap-2">
          <PreferencesBar />
          {isSignedIn ? (
            <LinkButton href={routes.dashboard()} variant="secondary">
              {t("items.dashboard")}
            </LinkButton>
          ) : (
            <>
              <LinkButton href={routes.signIn()} variant="ghost">
                {t("signIn")}
              </LinkButton>
              <LinkButton href={routes.signUp()} variant="secondary">
                {t("signUp")}
              </LinkButton>
            </>
          )}
        </span>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-[72rem] grow px-4 py-8 outline-none sm:px-6">
        {children}
      </main>
      <footer className="border-line border-t">
        <p className="mx-auto max-w-[72rem] px-4 py-6 text-ink-3 text-sm sm:px-6">{t("footer", { brand: BRAND })}</p>
      </footer>
    </div>
  );
}
