import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import { Count } from "@/components/ui/count";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import type { EndpointView } from "@/lib/domain/webhooks/types";

/** What an endpoint is, and how it has fared. */
export function EndpointFacts({ endpoint }: { endpoint: EndpointView }) {
  const t = useTranslations("webhookLog");
  const moment = (at: string | null) => (at ? <Moment at={at} /> : t("never"));
  const facts: [string, ReactNode][] = [
    [t("facts.format"), t(`formats.${endpoint.format}`)],
    [t("facts.mode"), t(endpoint.isSandbox ? "sandbox" : "live")],
    [t("facts.project"), endpoint.project?.name ?? t("wholeAccount")],
    [t("facts.lastSuccess"), moment(endpoint.lastSuccessAt)],
    [t("facts.lastFailure"), moment(endpoint.lastFailureAt)],
    [t("facts.failures"), <Count key="failures" of={endpoint.failuresInRow} />],
    [t("facts.createdAt"), <Moment key="created" at={endpoint.createdAt} />],
    [t("facts.updatedAt"), <Moment key="updated" at={endpoint.updatedAt} />],
    ...(endpoint.disabledAt
      ? [[t("facts.disabledAt"), <Moment key="disabled" at={endpoint.disabledAt} />] as [string, ReactNode]]
      : []),
    [
      t("facts.id"),
      <Ltr key="id" className="font-mono text-xs [overflow-wrap:anywhere]">
        {endpoint.id}
      </Ltr>,
    ],
  ];
  return (
    <Panel>
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {facts.map(([label, value]) => (
          <div key={label} className="flex min-w-0 flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
