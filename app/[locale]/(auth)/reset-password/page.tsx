import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPanel } from "@/components/identity/auth-panel";
import { ResetPasswordForm } from "@/components/identity/reset-password-form";

/** The address holds a secret: it must not travel on as a referrer. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const t = await getTranslations("auth.reset");
  const { token = "" } = await searchParams;
  return (
    <AuthPanel title={t("title")} lead={t("lead")}>
      <ResetPasswordForm token={token} />
    </AuthPanel>
  );
}
