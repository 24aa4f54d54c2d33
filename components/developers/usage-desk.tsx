import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import type { ApiUsage } from "@/lib/domain/api-keys/types";
import type { ProjectView } from "@/lib/domain/projects/types";
import { routes } from "@/lib/routes";
import { LimitMeter } from "./limit-meter";
import { ProjectSpending, percentOf } from "./project-spending";
import { ApiUsageCharts } from "./usage-chart";
import { UsageChoice } from "./usage-choice";
import { UsageFigures } from "./usage-figures";
import { UsageTables } from "./usage-tables";

interface UsageDeskProps {
  days: number;
  projects: readonly ProjectView[];
  project: ProjectView | null;
  allowance: { used: number; most: number; isBlocked: boolean };
  usage: ApiUsage;
}

/** The limits first, each with how near it is; then calls, errors, latency and spending. */
export function UsageDesk({ days, projects, project, allowance, usage }: UsageDeskProps) {
  const t = useTranslations("developers.usage");
  const limited = projects.filter(({ monthlyLimitMicros }) => monthlyLimitMicros !== null);
  const isSilent = usage.total.calls === 0 && usage.total.spentMicros === 0n;
  return (
    <>
      {allowance.isBlocked && (
        <Panel line="bad" role="status">
          {t("blocked")}
        </Panel>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="font-medium text-base">{t("limits")}</h2>
        <Panel className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          <LimitMeter
            label={t("keys")}
            percent={percentOf(BigInt(allowance.used), BigInt(allowance.most))}
            text={t("keysOf", { n: allowance.used, most: allowance.most })}
          />
          {limited.map((one) => (
            <ProjectSpending key={one.id} project={one} label={t("monthOf", { project: one.name })} />
          ))}
        </Panel>
      </section>
      <UsageChoice days={days} projects={projects} projectId={project?.id ?? null} />
      {isSilent ? (
        <EmptyState
          title={t("empty")}
          text={t("emptyText")}
          action={<LinkButton href={routes.newApiKey()}>{t("create")}</LinkButton>}
        />
      ) : (
        <>
          <UsageFigures total={usage.total} />
          <ApiUsageCharts days={usage.days} />
          {usage.byDoor.length > 0 && <UsageTables usage={usage} />}
        </>
      )}
    </>
  );
}
