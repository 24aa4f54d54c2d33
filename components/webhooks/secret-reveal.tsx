"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Ltr } from "@/components/ui/ltr";

/** A secret that was just made: seen here and nowhere again. */
export function SecretReveal({ secret, text }: { secret: string; text: string }) {
  const t = useTranslations("webhooks.secret");
  return (
    <section
      role="status"
      aria-label={t("title")}
      className="flex flex-col gap-2 rounded-panel border border-warn bg-surface p-4"
    >
      <h2 className="font-medium text-sm">{t("title")}</h2>
      <p className="text-ink-2 text-sm">{text}</p>
      <p className="rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-sm [overflow-wrap:anywhere]">
        <Ltr data-testid="webhook-secret">{secret}</Ltr>
      </p>
      <CopyButton text={secret} label={t("copy")} variant="primary" className="self-start" />
    </section>
  );
}
