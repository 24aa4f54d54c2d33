import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewKeyForm } from "@/components/developers/new-key-form";
import { PageIsland } from "@/components/feedback/page-island";
import { PageHeader } from "@/components/layout/page-header";
import { loadKeyChoices } from "@/lib/loaders/developers";
import { routes } from "@/lib/routes";

interface NewKeyPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("developers.keys");
  return { title: t("new"), referrer: "no-referrer" };
}

async function Fields({ searchParams }: NewKeyPageProps) {
  const [{ project }, { projects, scopes, origin }] = await Promise.all([searchParams, loadKeyChoices()]);
  return (
    <NewKeyForm
      scopes={scopes}
      origin={origin}
      projects={projects.map(({ id, name }) => ({ id, name }))}
      projectId={projects.find(({ id }) => id === project)?.id ?? ""}
    />
  );
}

/** A new API key, shown once when it is made. */
export default async function NewKeyPage({ searchParams }: NewKeyPageProps) {
  const t = await getTranslations("developers.keys");
  return (
    <>
      <PageHeader title={t("new")} lead={t("newLead")} back={{ href: routes.apiKeys(), label: t("title") }} />
      <PageIsland>
        <Fields searchParams={searchParams} />
      </PageIsland>
    </>
  );
}
