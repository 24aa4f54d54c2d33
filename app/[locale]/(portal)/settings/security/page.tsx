import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/identity/change-password-form";
import { LoginHistory } from "@/components/identity/login-history";
import { ReviewSecurity } from "@/components/identity/review-security";
import { RevokeOtherSessions } from "@/components/identity/revoke-other-sessions";
import { FormSection, Section } from "@/components/identity/section";
import { SessionTable } from "@/components/identity/session-table";
import { loadSecurity } from "@/lib/loaders/identity";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.tabs");
  return { title: t("security") };
}

export default async function SecurityPage() {
  const { profile, sessions, loginEvents } = await loadSecurity();
  const t = await getTranslations("settings");
  const format = await getFormatter();
  const changedAt = profile.passwordChangedAt;
  const changed = changedAt && t("password.changed", { date: format.dateTime(new Date(changedAt), "date") });
  return (
    <>
      <Section title={t("sessions.heading")} lead={t("sessions.lead")}>
        <SessionTable sessions={sessions} canRevoke />
        <RevokeOtherSessions count={sessions.filter((session) => !session.isCurrent).length} />
      </Section>
      <FormSection title={t("password.heading")} lead={changed}>
        <ChangePasswordForm username={profile.username} />
      </FormSection>
      <Section title={t("history.heading")} lead={t("history.lead")}>
        <LoginHistory events={loginEvents} />
        <ReviewSecurity />
      </Section>
    </>
  );
}
