import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailSection } from "@/components/identity/email-section";
import { PhoneForm } from "@/components/identity/phone-form";
import { ProfileForm } from "@/components/identity/profile-form";
import { FormSection } from "@/components/identity/section";
import { loadContact, loadProfile } from "@/lib/loaders/identity";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const [profile, contact] = await Promise.all([loadProfile(), loadContact()]);
  const t = await getTranslations("settings");
  return (
    <>
      <FormSection title={t("email.heading")}>
        <EmailSection contact={contact} />
      </FormSection>
      <FormSection title={t("profile.heading")}>
        <ProfileForm profile={profile} />
      </FormSection>
      <FormSection title={t("phone.heading")}>
        <PhoneForm phone={contact.phoneAsWritten} isVerified={contact.isPhoneVerified} />
      </FormSection>
    </>
  );
}
