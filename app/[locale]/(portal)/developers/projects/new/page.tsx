import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProjectForm } from "@/components/developers/project-form";
import { PageIsland } from "@/components/feedback/page-island";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadProjectChoices } from "@/lib/loaders/developers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("developers.projects");
  return { title: t("new") };
}

async function Fields() {
  return (
    <Panel className="max-w-3xl">
      <ProjectForm {...(await loadProjectChoices())} />
    </Panel>
  );
}

/** A new project. */
export default async function NewProjectPage() {
  const t = await getTranslations("developers.projects");
  return (
    <>
      <PageHeader
        title={t("new")}
        lead={t("newLead")}
        back={{ href: routes.projects(), label: t("title") }}
      />
      <PageIsland>
        <Fields />
      </PageIsland>
    </>
  );
}
