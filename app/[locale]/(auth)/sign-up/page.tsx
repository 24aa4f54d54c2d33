import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPanel } from "@/components/identity/auth-panel";
import { SignUpForm } from "@/components/identity/sign-up-form";
import { safeReturnPath } from "@/lib/auth/return-path";
import { isDemoMode } from "@/lib/loaders/identity";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ back?: string }> }) {
  const t = await getTranslations("auth.signUp");
  const { back } = await searchParams;
  return (
    <AuthPanel title={t("title")} lead={t("lead")}>
      <SignUpForm back={safeReturnPath(back)} isDemo={isDemoMode()} />
    </AuthPanel>
  );
}
