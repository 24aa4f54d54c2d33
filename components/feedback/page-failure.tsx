"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

import { ReloadButton } from "./reload-button";
import { RequestId } from "./request-id";
import { useReloadOnce } from "./use-reload-once";

export interface PageFailureProps {
  error: Error & { digest?: string };
  /** Reads the page's data again and draws it anew. */
  retry(): void;
}

/** A page that could not be shown, inside its frame: the way elsewhere stays open. */
export function PageFailure({ error, retry }: PageFailureProps) {
  const t = useTranslations("feedback");
  const isOlder: boolean = unstable_isUnrecognizedActionError(error);
  if (useReloadOnce(error)) return null;
  return (
    <div role="alert" className="flex flex-col gap-6">
      <h1 className="font-semibold text-[28px] leading-9 tracking-tight">
        {t(isOlder ? "outdatedTitle" : "errorTitle")}
      </h1>
      <EmptyState
        title={isOlder ? t("outdatedText") : t("errorText")}
        text={<RequestId digest={error.digest} />}
        action={isOlder ? <ReloadButton /> : <Button onClick={retry}>{t("retry")}</Button>}
      />
    </div>
  );
}
