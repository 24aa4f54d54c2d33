import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyList } from "@/components/developers/key-list";
import { PageIsland } from "@/components/feedback/page-island";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { loadKeys } from "@/lib/loaders/developers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("developers.keys");
  return { title: t("title") };
}

async function Keys() {
  const [t, { keys, allowance }] = await Promise.all([getTranslations("developers.keys"), loadKeys()]);
  const create = <LinkButton href={routes.newApiKey()}>{t("new")}</LinkButton>;
  if (keys.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} action={create} />;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2 text-sm">{t("allowance", { n: allowance.used, most: allowance.most })}</p>
        {create}
      </div>
      <KeyList keys={keys} />
    </>
  );
}

/** One's API keys. */
export default function ApiKeysPage() {
  return (
    <PageIsland>
      <Keys />
    </PageIsland>
  );
}
