"use client";

import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/feedback/message-page";
import { RequestId } from "@/components/feedback/request-id";
import { Button } from "@/components/ui/button";

interface ErrorPageProps {
  error: Error & { digest?: string };
  /** Reads the page's data again and draws it anew. */
  retry(): void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
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
      <Button onClick={retry}>{t("retry")}</Button>
    </MessagePage>
  );
}
