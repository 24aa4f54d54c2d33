import { useTranslations } from "next-intl";
import { ADMIN_GROUPS, ADMIN_HREFS } from "./navigation-items";
import { NavigationLink } from "./navigation-link";

const ITEM =
  "flex min-h-11 items-center gap-2.5 rounded-control border-transparent border-s-2 px-2.5 text-ink-2 text-sm hover:bg-surface hover:text-ink aria-[current]:border-accent aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink lg:min-h-8";

interface AdminNavigationProps {
  isDemo: boolean;
  label: string;
  className: string;
}

/** Every place of the back office, in groups. */
export function AdminNavigation({ isDemo, label, className }: AdminNavigationProps) {
  const t = useTranslations("layout");
  return (
    <nav aria-label={label} className={className}>
      {ADMIN_GROUPS.map((group) => (
        <div key={group.key} className="flex flex-col gap-1">
          <p className="px-2.5 text-ink-3 text-xs">{t(`adminGroups.${group.key}`)}</p>
          <ul className="flex flex-col gap-px">
            {group.items.map((item) =>
              isDemo || !("demoOnly" in item) ? (
                <li key={item.key}>
                  <NavigationLink href={item.href} siblings={ADMIN_HREFS} className={ITEM}>
                    <item.icon aria-hidden="true" className="size-4 shrink-0" />
                    {t(`adminItems.${item.key}`)}
                  </NavigationLink>
                </li>
              ) : null,
            )}
          </ul>
        </div>
      ))}
    </nav>
  );
}
