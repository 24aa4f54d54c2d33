"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/domain/kernel/actor";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

export interface DemoAccountView {
  email: string;
  role: Role;
}

/** The known accounts of the demo: one press fills the form. */
export function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: DemoAccountView[];
  onChoose(email: string): void;
}) {
  const t = useTranslations("auth.demo");
  return (
    <section aria-labelledby="demo-accounts" className="flex flex-col gap-3 border-line border-t pt-5">
      <h2 id="demo-accounts" className="font-medium text-sm">
        {t("title")}
      </h2>
      <p className="text-ink-2 text-sm">{t("text")}</p>
      <ul className="flex flex-col gap-2">
        {accounts.map(({ email, role }) => (
          <li key={email}>
            <Button
              variant="secondary"
              content="ends"
              className="w-full"
              aria-label={t("use", { name: email })}
              onClick={() => onChoose(email)}
            >
              <bdi dir="ltr">{email}</bdi>
              <span className="text-ink-2">{t(`roles.${role}`)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-ink-2 text-sm">
        {t("mailbox")}{" "}
        <Link href={routes.mailbox()} prefetch={false} className="underline">
          {t("openMailbox")}
        </Link>
      </p>
    </section>
  );
}
