import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailTable } from "@/components/identity/mail-table";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { loadMailbox } from "@/lib/loaders/identity";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("emails.mailbox");
  return { title: t("title"), robots: { index: false } };
}

/** Demo only: the mail that would have been sent. */
export default async function MailboxPage() {
  const mails = await loadMailbox();
  if (!mails) notFound();
  const t = await getTranslations("emails.mailbox");
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      {mails.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <MailTable mails={mails} />
      )}
    </div>
  );
}
