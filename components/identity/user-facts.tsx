import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import { Panel } from "@/components/ui/panel";
import type { UserDetail } from "@/lib/domain/identity/types";
import { languageName } from "@/lib/format/language-name";

const ltr = (text: string | null) => (
  <bdi dir="ltr" className="break-all">
    {text ?? "–"}
  </bdi>
);

/** Names and values in columns that wrap. */
export function UserFactGrid({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <Panel>
      <dl className="grid max-sm:grid-cols-2 sm:grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))] gap-x-8 gap-y-4 max-sm:gap-x-2 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex min-w-0 flex-col gap-0.5 has-[[data-wide]]:col-span-2">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** Every field of a person. */
export function UserFacts({ user }: { user: UserDetail }) {
  const t = useTranslations("users");
  const locale = useLocale();
  const time = (at: string | null) => (at ? <Moment at={at} /> : t("never"));
  const yes = (is: boolean) => (is ? t("yes") : t("no"));
  return (
    <UserFactGrid
      facts={[
        [
          t("facts.id"),
          <span key="id" data-wide className="font-mono text-xs">
            {ltr(user.id)}
          </span>,
        ],
        [t("columns.username"), ltr(user.username)],
        [t("facts.name"), <bdi key="name">{user.displayName ?? "–"}</bdi>],
        [t("facts.email"), ltr(user.email)],
        [t("facts.emailVerifiedAt"), time(user.emailVerifiedAt)],
        [t("facts.phone"), ltr(user.phone)],
        [t("facts.phoneVerifiedAt"), time(user.phoneVerifiedAt)],
        [t("columns.role"), t(`roles.${user.role}`)],
        [t("facts.level"), t(`levels.${user.verificationLevel as 0 | 1 | 2 | 3}`)],
        [t("facts.language"), languageName(user.locale, locale)],
        [t("facts.registered"), time(user.registeredAt)],
        [t("facts.lastLogin"), time(user.lastLoginAt)],
        [t("facts.passwordChangedAt"), time(user.passwordChangedAt)],
        [t("facts.hasUsedTrial"), yes(user.hasUsedTrial)],
        [t("facts.isDemo"), yes(user.isDemo)],
        [t("facts.suspendedAt"), time(user.suspendedAt)],
        [t("facts.suspendedReason"), <bdi key="reason">{user.suspendedReason ?? "–"}</bdi>],
        [t("facts.updatedAt"), time(user.updatedAt)],
      ]}
    />
  );
}
