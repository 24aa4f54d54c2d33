import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPanel } from "@/components/identity/auth-panel";
import { VerifyEmailForm } from "@/components/identity/verify-email-form";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

/** The address holds a secret: it must not travel on as a referrer. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.verify");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

export default async function VerifyEmailPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const t = await getTranslations("auth.verify");
  const { token } = await searchParams;
  if (token) {
    return (
      <AuthPanel title={t("title")} lead={t("lead")}>
        <VerifyEmailForm token={token} />
      </AuthPanel>
    );
  }
  return (
    <AuthPanel title={t("title")} lead={t("missing")}>
      <LinkButton href={routes.settings()} variant="secondary">
        {t("settings")}
      </LinkButton>
    </AuthPanel>
  );
}
