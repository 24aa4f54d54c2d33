import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/identity/settings-tabs";
import { PageHeader } from "@/components/layout/page-header";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  return (
    <>
      <PageHeader title={t("title")} />
      <SettingsTabs />
      {children}
    </>
  );
}
