"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/feedback/message-page";
import { ReloadButton } from "@/components/feedback/reload-button";
import { RequestId } from "@/components/feedback/request-id";
import { useReloadOnce } from "@/components/feedback/use-reload-once";
import { Button } from "@/components/ui/button";

interface ErrorPageProps {
  error: Error & { digest?: string };
  /** Reads the page's data again and draws it anew. */
  retry(): void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("feedback");
  const isOlder: boolean = unstable_isUnrecognizedActionError(error);
  if (useReloadOnce(error)) return null;
  if (isOlder)
    return (
      <MessagePage title={t("outdatedTitle")} text={<p>{t("outdatedText")}</p>}>
        <ReloadButton />
      </MessagePage>
    );
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
