import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";
import { BrandLink } from "./brand-link";
import { PreferencesBar } from "./preferences-bar";
import { SiteFooter } from "./site-footer";
import { MAIN_ID, SkipLink } from "./skip-link";

/** The public frame. */
export function SiteShell({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const t = useTranslations("layout");
  const words = useTranslations("site.footer");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header
        data-chrome
        className="mx-auto flex min-h-16 w-full max-w-[76rem] items-center justify-between gap-2 px-4 sm:px-6"
      >
        <BrandLink wordClassName="max-[400px]:sr-only" />
        <span className="flex items-center gap-1 sm:gap-2">
          <LinkButton href={routes.pricing()} prefetch={false} variant="ghost" className="max-sm:hidden">
            {words("pricing")}
          </LinkButton>
          <LinkButton href={routes.apiReference()} prefetch={false} variant="ghost" className="max-md:hidden">
            {words("developers")}
          </LinkButton>
          <PreferencesBar />
          {isSignedIn ? (
            <LinkButton href={routes.dashboard()} prefetch={false} variant="secondary">
              {t("items.dashboard")}
            </LinkButton>
          ) : (
            <>
              <LinkButton href={routes.signIn()} prefetch={false} variant="ghost">
                {t("signIn")}
              </LinkButton>
              <LinkButton href={routes.signUp()} prefetch={false} variant="secondary">
                {t("signUp")}
              </LinkButton>
            </>
          )}
        </span>
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className="mx-auto w-full max-w-[76rem] grow px-4 pt-6 pb-16 outline-none sm:px-6 sm:pt-10"
      >
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
