import { useTranslations } from "next-intl";
import { PlaceTabs } from "@/components/layout/place-tabs";
import { routes } from "@/lib/routes";

const TABS = [
  { key: "profile", href: routes.settings() },
  { key: "security", href: routes.security() },
  { key: "preferences", href: routes.preferences() },
] as const;

export function SettingsTabs() {
  const t = useTranslations("settings.tabs");
  return <PlaceTabs label={t("label")} tabs={TABS.map((tab) => ({ ...tab, label: t(tab.key) }))} />;
}
