import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UsageDesk } from "@/components/developers/usage-desk";
import { PageIsland } from "@/components/feedback/page-island";
import { loadUsage } from "@/lib/loaders/developers";

interface UsagePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("developers.usage");
  return { title: t("title") };
}

async function Usage({ searchParams }: UsagePageProps) {
  return <UsageDesk {...(await loadUsage(await searchParams))} />;
}

/** What one's programs asked for, how fast they were answered, what they spent, and how near their limits are. */
export default async function UsagePage({ searchParams }: UsagePageProps) {
  return (
    <PageIsland key={JSON.stringify(await searchParams)}>
      <Usage searchParams={searchParams} />
    </PageIsland>
  );
}
