"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { updateProfileAction } from "@/lib/actions/identity";
import type { UserLocale } from "@/lib/domain/identity/schema";
import type { ProfileView } from "@/lib/domain/identity/types";
import { usePathname, useRouter } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { DoneLine } from "./done-line";
import { FormFoot } from "./form-foot";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

export function ProfileForm({ profile }: { profile: ProfileView }) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const router = useRouter();
  const path = usePathname();
  const { formProps, outcome, isPending } = useActionForm(updateProfileAction);
  const refusal = useRefusalSentence(outcome);
  // The page goes on in the language that was just saved.
  useEffect(() => {
    if (!outcome.done) return;
    const chosen = formProps.ref.current?.elements.namedItem("locale");
    const saved = routing.locales.find(
      (known) => chosen instanceof HTMLSelectElement && known === chosen.value,
    );
    if (saved && saved !== locale) router.replace(path, { locale: saved });
  }, [outcome.done, locale, path, router, formProps.ref]);
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <TextField label={t("profile.username")} value={profile.username} readOnly dir="ltr" />
      <TextField
        name="displayName"
        label={t("profile.displayName")}
        hint={t("profile.displayNameHint")}
        error={outcome.invalid.has("displayName") ? t("profile.displayNameError") : undefined}
        defaultValue={profile.displayName ?? ""}
        autoComplete="name"
        maxLength={60}
        dir="auto"
      />
      <Select
        name="locale"
        label={t("profile.language")}
        hint={t("profile.languageHint")}
        defaultValue={profile.locale}
        options={routing.locales.map((value: UserLocale) => ({ value, label: t(`languages.${value}`) }))}
      />
      <FormFoot
        error={refusal}
        submit={t("profile.submit")}
        isPending={isPending}
        className="sm:self-start"
      />
      <DoneLine>{outcome.done ? t("profile.done") : null}</DoneLine>
    </form>
  );
}
