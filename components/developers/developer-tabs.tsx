import { useTranslations } from "next-intl";
import { PlaceTabs } from "@/components/layout/place-tabs";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const TABS = [
  { key: "projects", href: routes.projects() },
  { key: "keys", href: routes.apiKeys() },
  { key: "webhooks", href: routes.webhooks() },
  { key: "usage", href: routes.apiUsage() },
] as const;

/** The places of whoever builds on the shop. */
export function DeveloperTabs() {
  const t = useTranslations("developers.tabs");
  return (
    <PlaceTabs label={t("label")} tabs={TABS.map((tab) => ({ ...tab, label: t(tab.key) }))}>
      <li className="sm:ms-auto">
        <Link
          href={routes.apiReference()}
          prefetch={false}
          className="flex min-h-11 items-center px-3 text-ink-2 text-sm underline-offset-4 hover:text-ink hover:underline md:min-h-9"
        >
          {t("reference")}
        </Link>
      </li>
    </PlaceTabs>
  );
}
