import { useTranslations } from "next-intl";
import { NavigationLink } from "@/components/layout/navigation-link";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const TABS = [
  { key: "projects", href: routes.projects() },
  { key: "keys", href: routes.apiKeys() },
  { key: "webhooks", href: routes.webhooks() },
  { key: "usage", href: routes.apiUsage() },
] as const;
const HREFS = TABS.map((tab) => tab.href);

/** The places of whoever builds on the shop. */
export function DeveloperTabs() {
  const t = useTranslations("developers.tabs");
  return (
    <nav aria-label={t("label")} className="border-line border-b">
      <ul className="flex flex-wrap gap-1">
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
        <li className="ms-auto">
          <Link
            href={routes.apiReference()}
            prefetch={false}
            className="flex min-h-11 items-center px-3 text-ink-2 text-sm underline-offset-4 hover:text-ink hover:underline md:min-h-9"
          >
            {t("reference")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
