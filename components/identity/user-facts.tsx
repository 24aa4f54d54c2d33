import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import { Panel } from "@/components/ui/panel";
import type { UserDetail } from "@/lib/domain/identity/types";

interface UserFactsProps {
  user: UserDetail;
  /** Money, formatted. */
  available: string;
  held: string;
}

export function UserFacts({ user, available, held }: UserFactsProps) {
  const t = useTranslations("users");
  const tLanguages = useTranslations("settings.languages");
  const verified = user.isEmailVerified ? t("facts.emailVerified") : t("facts.emailUnverified");
  const language = user.locale === "fa" || user.locale === "pt-BR" ? user.locale : "en";
  const facts: [string, ReactNode][] = [
    [
      t("facts.id"),
      <bdi key="id" dir="ltr" className="break-all font-mono text-xs">
        {user.id}
      </bdi>,
    ],
    [
      t("facts.email"),
      user.email ? (
        <span key="email">
          <bdi dir="ltr" className="break-all">
            {user.email}
          </bdi>{" "}
          ({verified})
        </span>
      ) : (
        "–"
      ),
    ],
    [t("facts.name"), <bdi key="name">{user.displayName ?? "–"}</bdi>],
    [t("columns.role"), t(`roles.${user.role}`)],
    [t("facts.level"), user.verificationLevel],
    [t("facts.language"), tLanguages(language)],
    [t("facts.registered"), <Moment key="registered" at={user.registeredAt} />],
    [t("facts.lastLogin"), user.lastLoginAt ? <Moment key="last" at={user.lastLoginAt} /> : t("never")],
    [
      t("facts.available"),
      <bdi key="available" dir="ltr">
        {available}
      </bdi>,
    ],
    [
      t("facts.held"),
      <bdi key="held" dir="ltr">
        {held}
      </bdi>,
    ],
  ];
  return (
    <Panel>
      <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
