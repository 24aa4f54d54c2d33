import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPanel } from "@/components/identity/auth-panel";
import { ForgotPasswordForm } from "@/components/identity/forgot-password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.forgot");
  return { title: t("title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth.forgot");
  return (
    <AuthPanel title={t("title")} lead={t("lead")}>
      <ForgotPasswordForm />
    </AuthPanel>
  );
}
