import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditKeyForm } from "@/components/developers/edit-key-form";
import { KeyFacts } from "@/components/developers/key-facts";
import { limitValues } from "@/components/developers/key-fields";
import { KeyStateBadge } from "@/components/developers/key-state";
import { RevokeKey } from "@/components/developers/revoke-key";
import { RotateKey } from "@/components/developers/rotate-key";
import { ApiUsageCharts } from "@/components/developers/usage-chart";
import { UsageFigures } from "@/components/developers/usage-figures";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadKey } from "@/lib/loaders/developers";
import { routes } from "@/lib/routes";

interface ApiKeyPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ApiKeyPageProps): Promise<Metadata> {
  const { key } = await loadKey((await params).id);
  return { title: key.name, referrer: "no-referrer" };
}

/** One key: how it stands, what it asked, what it may do, and how it ends. */
export default async function ApiKeyPage({ params }: ApiKeyPageProps) {
  const [t, { key, scopes, usage }] = await Promise.all([
    getTranslations("developers.keys"),
    params.then(({ id }) => loadKey(id)),
  ]);
  const works = key.state === "ACTIVE" || key.state === "ROTATING";
  return (
    <>
      <PageHeader
        title={<bdi>{key.name}</bdi>}
        lead={<KeyStateBadge apiKey={key} />}
        back={{ href: routes.apiKeys(), label: t("title") }}
      />
      <KeyFacts apiKey={key} />
      <Section title={t("last30")}>
        <UsageFigures total={usage.total} />
        <ApiUsageCharts days={usage.days} />
      </Section>
      {works && (
        <>
          <Section title={t("may")}>
            <Panel>
              <EditKeyForm
                keyId={key.id}
                name={key.name}
                chosen={key.scopes}
                values={limitValues(key)}
                scopes={scopes}
              />
            </Panel>
          </Section>
          {key.state === "ACTIVE" && (
            <Section title={t("rotate")} lead={t("rotateLead")}>
              <RotateKey keyId={key.id} mode={key.mode} />
            </Section>
          )}
          <Section title={t("revoke")} lead={t("revokeLead")}>
            <RevokeKey keyId={key.id} name={key.name} calls={usage.total.calls} />
          </Section>
        </>
      )}
    </>
  );
}
