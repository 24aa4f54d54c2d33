import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailStatus } from "@/components/identity/email-status";
import { ProfileForm } from "@/components/identity/profile-form";
import { FormSection } from "@/components/identity/section";
import { loadProfile } from "@/lib/loaders/identity";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const profile = await loadProfile();
  const t = await getTranslations("settings");
  return (
    <>
      <FormSection title={t("email.heading")}>
        <EmailStatus email={profile.email} isVerified={profile.isEmailVerified} />
      </FormSection>
      <FormSection title={t("profile.heading")}>
        <ProfileForm profile={profile} />
      </FormSection>
    </>
  );
}
