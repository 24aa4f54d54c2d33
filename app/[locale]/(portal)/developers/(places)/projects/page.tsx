import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProjectList } from "@/components/developers/project-list";
import { PageIsland } from "@/components/feedback/page-island";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { loadProjects } from "@/lib/loaders/developers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("developers.projects");
  return { title: t("title") };
}

async function Projects() {
  const [t, projects] = await Promise.all([getTranslations("developers.projects"), loadProjects()]);
  const create = <LinkButton href={routes.newProject()}>{t("new")}</LinkButton>;
  if (projects.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} action={create} />;
  return (
    <>
      <div className="flex justify-end">{create}</div>
      <ProjectList projects={projects} />
    </>
  );
}

/** One's projects: what each spent of its limit. */
export default function ProjectsPage() {
  return (
    <PageIsland>
      <Projects />
    </PageIsland>
  );
}
