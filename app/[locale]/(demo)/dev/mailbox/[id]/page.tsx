import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailText } from "@/components/identity/mail-text";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { PageHeader } from "@/components/layout/page-header";
import { loadStoredMail } from "@/lib/loaders/identity";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function StoredMailPage({ params }: { params: Promise<{ id: string }> }) {
  const mail = await loadStoredMail((await params).id);
  if (!mail) notFound();
  const t = await getTranslations("emails.mailbox");
  const lead = (
    <>
      {t("to")} <bdi dir="ltr">{mail.to}</bdi> · <Moment at={mail.sentAt} />
    </>
  );
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={<bdi lang={mail.locale}>{mail.subject}</bdi>}
        lead={lead}
        back={{ href: routes.mailbox(), label: t("back") }}
      />
      <Section title={t("text")}>
        <MailText text={mail.text} locale={mail.locale} />
      </Section>
      <Section title={t("html")}>
        <iframe
          title={t("html")}
          srcDoc={mail.html}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="h-160 w-full rounded-panel border border-line bg-white"
        />
      </Section>
    </div>
  );
}
