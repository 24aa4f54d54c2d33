"use client";

import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useRouter } from "@/lib/i18n/navigation";
import { RequestId } from "./request-id";
import { useReloadOnce } from "./use-reload-once";

interface IslandFailureProps {
  error: Error & { digest?: string };
  onRetry(): void;
}

/** What failed, that the rest stands, what to tell support, and another try. */
export function IslandFailure({ error, onRetry }: IslandFailureProps) {
  const t = useTranslations("table");
  const router = useRouter();
  const [isTrying, setTrying] = useState(false);
  if (useReloadOnce(error)) return null;
  const retry = () => {
    setTrying(true);
    startTransition(() => {
      router.refresh();
      onRetry();
      setTrying(false);
    });
  };
  return (
    <div role="alert">
      <EmptyState
        title={t("failed")}
        text={
          <>
            {t("failedText")}
            <RequestId digest={error.digest} />
          </>
        }
        action={
          <Button variant="secondary" pending={isTrying} onClick={retry}>
            {t("retry")}
          </Button>
        }
      />
    </div>
  );
}
