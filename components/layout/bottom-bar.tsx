import { useTranslations } from "next-intl";
import { MoreSheet } from "./more-sheet";
import { PORTAL_HREFS, PORTAL_ITEMS } from "./navigation-items";
import { NavigationLink } from "./navigation-link";
import type { Theme } from "./theme";

/** The look of one place in the bar. */
const bottomItemStyle =
  "flex min-h-14 w-full flex-col items-center justify-center gap-1 border-transparent border-t-2 text-ink-2 text-xs aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink";

/** For thumbs: the four places people go to most, and everything else behind "more". */
export function BottomBar({ theme, isStaff }: { theme: Theme; isStaff: boolean }) {
  const t = useTranslations("layout");
  return (
    <nav
      data-chrome
      aria-label={t("bottom")}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="-mt-px grid grid-cols-5">
        {PORTAL_ITEMS.filter((item) => item.inBottomBar).map(({ key, href, icon: Icon }) => (
          <li key={key}>
            <NavigationLink href={href} siblings={PORTAL_HREFS} className={bottomItemStyle}>
              <Icon aria-hidden="true" className="size-5" />
              {t(`items.${key}`)}
            </NavigationLink>
          </li>
        ))}
        <li>
          <MoreSheet theme={theme} isStaff={isStaff} triggerClassName={bottomItemStyle} />
        </li>
      </ul>
    </nav>
  );
}
