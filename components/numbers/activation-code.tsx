"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { groupCode } from "./activation-screen";

/** The code: the largest thing on its page. It lights up once when it arrives. */
export function ActivationCode({ code }: { code: string }) {
  const t = useTranslations("numbers.active");
  return (
    <div
      key={code}
      className="code-arrival flex flex-wrap items-stretch gap-3 rounded-panel border border-line bg-surface p-3"
    >
      <span className="grow self-center">
        <bdi
          dir="ltr"
          className="font-mono text-4xl leading-tight tracking-wide"
          data-testid="code"
          data-code={code}
        >
          {groupCode(code)}
        </bdi>
      </span>
      <CopyButton text={code} label={t("copyCode")} variant="primary" className="min-h-12 max-sm:grow" />
    </div>
  );
}
