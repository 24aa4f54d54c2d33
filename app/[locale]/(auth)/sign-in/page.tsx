import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPanel } from "@/components/identity/auth-panel";
import { SignInForm } from "@/components/identity/sign-in-form";
import { safeReturnPath } from "@/lib/auth/return-path";
import { loadDemoAccounts } from "@/lib/loaders/identity";
import { requireVisitor } from "@/lib/loaders/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ back?: string }> }) {
  const back = safeReturnPath((await searchParams).back);
  await requireVisitor(back);
  const t = await getTranslations("auth.signIn");
  return (
    <AuthPanel title={t("title")}>
      <SignInForm back={back} demo={loadDemoAccounts()} />
    </AuthPanel>
  );
}
