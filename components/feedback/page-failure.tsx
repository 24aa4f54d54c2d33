"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

import { RequestId } from "./request-id";

export interface PageFailureProps {
  error: Error & { digest?: string };
  /** Reads the page's data again and draws it anew. */
  retry(): void;
}

/** A page that could not be shown, inside its frame: the way elsewhere stays open. */
export function PageFailure({ error, retry }: PageFailureProps) {
  const t = useTranslations("feedback");
  return (
    <div role="alert" className="flex flex-col gap-6">
      <h1 className="font-semibold text-[28px] leading-9 tracking-tight">{t("errorTitle")}</h1>
      <EmptyState
        title={t("errorText")}
        text={<RequestId digest={error.digest} />}
        action={<Button onClick={retry}>{t("retry")}</Button>}
      />
    </div>
  );
}
