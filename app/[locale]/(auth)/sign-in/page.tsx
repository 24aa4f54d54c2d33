import type { Metadata } from "next";
import { redirect as redirectToPath } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthPanel } from "@/components/identity/auth-panel";
import { SignInForm } from "@/components/identity/sign-in-form";
import { safeReturnPath } from "@/lib/auth/return-path";
import { getPathname } from "@/lib/i18n/navigation";
import { loadDemoAccounts } from "@/lib/loaders/identity";
import { loadSession } from "@/lib/loaders/session";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ back?: string }> }) {
  const back = safeReturnPath((await searchParams).back);
  if (await loadSession()) {
    redirectToPath(back ?? getPathname({ href: routes.dashboard(), locale: await getLocale() }));
  }
  const t = await getTranslations("auth.signIn");
  return (
    <AuthPanel title={t("title")}>
      <SignInForm back={back} demo={loadDemoAccounts()} />
    </AuthPanel>
  );
}
