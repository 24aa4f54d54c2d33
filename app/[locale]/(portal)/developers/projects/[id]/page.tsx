import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveProject } from "@/components/developers/archive-project";
import { KeyList } from "@/components/developers/key-list";
import { ProjectForm } from "@/components/developers/project-form";
import { ProjectSpending } from "@/components/developers/project-spending";
import { ApiUsageCharts } from "@/components/developers/usage-chart";
import { UsageFigures } from "@/components/developers/usage-figures";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { toDecimal } from "@/lib/domain/kernel/money";
import { loadProject, loadProjectChoices } from "@/lib/loaders/developers";
import { routes } from "@/lib/routes";

interface ProjectPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  const { project } = await loadProject((await params).id);
  return { title: project.name };
}

/** One project: what it spent and asked, its keys, its settings. */
export default async function ProjectPage({ params }: ProjectPageProps) {
  const [t, { project, keys, usage }, choices] = await Promise.all([
    getTranslations("developers.projects"),
    params.then(({ id }) => loadProject(id)),
    loadProjectChoices(),
  ]);
  const isOpen = project.archivedAt === null;
  const create = <LinkButton href={routes.newApiKey({ project: project.id })}>{t("newKey")}</LinkButton>;
  const working = keys.filter(({ state }) => state === "ACTIVE" || state === "ROTATING").length;
  return (
    <>
      <PageHeader
        title={<bdi>{project.name}</bdi>}
        lead={project.description ? <bdi>{project.description}</bdi> : undefined}
        back={{ href: routes.projects(), label: t("title") }}
        actions={isOpen && create}
      />
      {project.archivedAt && (
        <Panel line="warn" role="status">
          {t("archived")} <Moment at={project.archivedAt} />
        </Panel>
      )}
      <Panel className="flex flex-col gap-3">
        <ProjectSpending project={project} />
        <p className="text-ink-3 text-xs">
          {t("calls", { n: Number(project.apiCalls) })} · {t("created")} <Moment at={project.createdAt} />
        </p>
      </Panel>
      <Section title={t("last30")}>
        <UsageFigures total={usage.total} />
        <ApiUsageCharts days={usage.days} />
      </Section>
      <Section title={t("keys")}>
        {keys.length > 0 ? (
          <KeyList keys={keys} hasProjects={false} />
        ) : (
          <EmptyState title={t("noKeys")} text={t("noKeysText")} action={isOpen ? create : undefined} />
        )}
      </Section>
      {isOpen && (
        <Section title={t("settings")}>
          <Panel className="max-w-3xl">
            <ProjectForm
              projectId={project.id}
              values={{
                name: project.name,
                description: project.description,
                defaultCountry: project.defaultCountry?.iso2 ?? "",
                defaultService: project.defaultService?.slug ?? "",
                areaCode: project.areaCode ?? "",
                monthlyLimit:
                  project.monthlyLimitMicros === null ? "" : toDecimal(project.monthlyLimitMicros),
              }}
              {...choices}
            />
          </Panel>
          <ArchiveProject projectId={project.id} name={project.name} keys={working} />
        </Section>
      )}
    </>
  );
}
