"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Ltr } from "@/components/ui/ltr";

const DOTS = "••••••••••••";

/** The secret link: hidden until it is asked for, copied without being shown. */
export function SecretLink({ url, label }: { url: string; label: string }) {
  const t = useTranslations("vpn.apps");
  const [isShown, setShown] = useState(false);
  const id = useId();
  const origin = url.slice(0, url.lastIndexOf("/") + 1);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">{label}</p>
      <p
        id={id}
        className="rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-sm [overflow-wrap:anywhere]"
      >
        {isShown ? (
          <Ltr data-testid="secret-link">{url}</Ltr>
        ) : (
          <>
            <Ltr aria-hidden="true">{`${origin}${DOTS}`}</Ltr>
            <span className="sr-only">{t("masked")}</span>
          </>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={url} label={t("copy")} variant="primary" />
        <Button
          variant="secondary"
          aria-controls={id}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon aria-hidden="true" className="size-4" />
          {t(isShown ? "hide" : "reveal")}
        </Button>
      </div>
    </div>
  );
}
