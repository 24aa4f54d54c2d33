import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { routes } from "@/lib/routes";
import { BrandLink } from "./brand-link";
import { PORTAL_HREFS, PORTAL_ITEMS, PORTAL_WITHIN } from "./navigation-items";
import { NavigationLink } from "./navigation-link";
import type { SidebarWidth } from "./sidebar";
import { SidebarToggle } from "./sidebar-toggle";

const ITEM =
  "flex min-h-9 items-center gap-3 rounded-control px-2.5 text-ink-2 text-sm hover:bg-surface hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:ring-1 aria-[current]:ring-line";
/** When the bar is narrow the words are still there for those who hear them. */
const WORD = "in-data-[sidebar=narrow]:sr-only truncate";

/** The desk's side bar: 232 px, or only the signs. */
export function PortalSidebar({ width, isStaff }: { width: SidebarWidth; isStaff: boolean }) {
  const t = useTranslations("layout");
  return (
    <aside
      data-chrome
      aria-label={t("sidebar")}
      className="sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-line border-e bg-sunken p-3 md:flex"
    >
      <div className="flex min-h-9 items-center justify-between gap-2 ps-2 in-data-[sidebar=narrow]:flex-col in-data-[sidebar=narrow]:ps-0">
        <BrandLink wordClassName={WORD} />
        <SidebarToggle initial={width} />
      </div>
      <nav aria-label={t("main")}>
        <ul className="flex flex-col gap-0.5">
          {PORTAL_ITEMS.map(({ key, href, icon: Icon }) => (
            <li key={key}>
              <NavigationLink
                href={href}
                siblings={PORTAL_HREFS}
                within={PORTAL_WITHIN[key]}
                title={t(`items.${key}`)}
                className={ITEM}
              >
                <Icon aria-hidden="true" className="size-4 shrink-0" />
                <span className={WORD}>{t(`items.${key}`)}</span>
              </NavigationLink>
            </li>
          ))}
        </ul>
      </nav>
      {isStaff && (
        <NavigationLink href={routes.admin()} siblings={[]} title={t("admin")} className={`${ITEM} mt-auto`}>
          <ShieldCheck aria-hidden="true" className="size-4 shrink-0" />
          <span className={WORD}>{t("admin")}</span>
        </NavigationLink>
      )}
    </aside>
  );
}
