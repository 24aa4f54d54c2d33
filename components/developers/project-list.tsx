import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { ProjectView } from "@/lib/domain/projects/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ProjectSpending } from "./project-spending";

/** One's own projects, each with what it spent and asked. */
export function ProjectList({ projects }: { projects: readonly ProjectView[] }) {
  const t = useTranslations("developers.projects");
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {projects.map((project) => (
        <li key={project.id}>
          <Panel className="flex h-full flex-col gap-4">
            <div className="flex flex-col gap-1">
              <h2 className="font-medium text-base [overflow-wrap:anywhere]">
                <Link
                  href={routes.project(project.id)}
                  prefetch={false}
                  className="underline-offset-4 hover:underline"
                >
                  <bdi>{project.name}</bdi>
                </Link>
              </h2>
              {project.description && (
                <p className="line-clamp-2 text-ink-2 text-sm [overflow-wrap:anywhere]">
                  <bdi>{project.description}</bdi>
                </p>
              )}
            </div>
            <div className="mt-auto flex flex-col gap-3">
              <ProjectSpending project={project} />
              <p className="text-ink-3 text-xs">{t("calls", { n: Number(project.apiCalls) })}</p>
            </div>
          </Panel>
        </li>
      ))}
    </ul>
  );
}
