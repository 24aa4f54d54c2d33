import { useTranslations } from "next-intl";
import { NavigationLink } from "@/components/layout/navigation-link";
import { routes } from "@/lib/routes";

const TABS = [
  { key: "profile", href: routes.settings() },
  { key: "security", href: routes.security() },
  { key: "preferences", href: routes.preferences() },
] as const;
const HREFS = TABS.map((tab) => tab.href);

export function SettingsTabs() {
  const t = useTranslations("settings.tabs");
  return (
    <nav aria-label={t("label")} className="border-line border-b">
      <ul className="flex gap-1">
        {TABS.map(({ key, href }) => (
          <li key={key}>
            <NavigationLink
              href={href}
              siblings={HREFS}
              className="flex min-h-11 items-center border-transparent border-b-2 px-3 text-ink-2 text-sm hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink md:min-h-9"
            >
              {t(key)}
            </NavigationLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
