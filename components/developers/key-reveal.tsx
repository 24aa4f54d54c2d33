"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";

interface KeyRevealProps {
  apiKey: string;
  /** Where one goes on when it is stored. */
  next: string;
  /** A first request to paste; none where there is nothing to try yet. */
  example?: string;
}

/** A key, this once: copied and stored, or lost. */
export function KeyReveal({ apiKey, next, example }: KeyRevealProps) {
  const t = useTranslations("apiKeys.reveal");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel as="section" line="warn" className="flex flex-col gap-4">
      <div className="flex items-start gap-3">
        <KeyRound aria-hidden="true" className="mt-1 size-5 shrink-0 text-warn" />
        <div className="flex min-w-0 flex-col gap-1">
          <h2 ref={heading} tabIndex={-1} className="font-medium text-base outline-none">
            {t("title")}
          </h2>
          <p className="max-w-prose text-ink-2 text-sm">{t("text")}</p>
        </div>
      </div>
      <p className="rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-sm [overflow-wrap:anywhere]">
        <Ltr data-testid="api-key">{apiKey}</Ltr>
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={apiKey} label={t("copy")} variant="primary" />
        <LinkButton variant="secondary" href={next}>
          {t("stored")}
        </LinkButton>
      </div>
      {example && (
        <div className="flex flex-col gap-2">
          <p className="font-medium text-sm">{t("try")}</p>
          <CodeBlock label={t("try")}>{example}</CodeBlock>
        </div>
      )}
    </Panel>
  );
}
