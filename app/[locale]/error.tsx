"use client";

import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/feedback/message-page";
import { RequestId } from "@/components/feedback/request-id";
import { Button } from "@/components/ui/button";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("feedback");
  return (
    <MessagePage
      title={t("errorTitle")}
      text={
        <>
          <p>{t("errorText")}</p>
          <RequestId digest={error.digest} />
        </>
      }
    >
      <Button onClick={reset}>{t("retry")}</Button>
    </MessagePage>
  );
}
