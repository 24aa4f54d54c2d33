"use client";

import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useRouter } from "@/lib/i18n/navigation";
import { RequestId } from "./request-id";

interface IslandFailureProps {
  digest: string | undefined;
  onRetry(): void;
}

/** What failed, that the rest stands, what to tell support, and another try. */
export function IslandFailure({ digest, onRetry }: IslandFailureProps) {
  const t = useTranslations("table");
  const router = useRouter();
  const [isTrying, setTrying] = useState(false);
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
            <RequestId digest={digest} />
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
