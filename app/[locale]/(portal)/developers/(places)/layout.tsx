import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeveloperTabs } from "@/components/developers/developer-tabs";
import { PageHeader } from "@/components/layout/page-header";

export default function DeveloperPlacesLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("developers");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <DeveloperTabs />
      {children}
    </>
  );
}
