"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { apiRoutes } from "@/lib/routes";

/**
 * What to tell support. The failed page's own request id travels as Next's digest (see instrumentation.ts); where there
 * is none, the server is asked for the id of a request made now.
 */
export function RequestId({ digest }: { digest: string | undefined }) {
  const t = useTranslations("feedback");
  const [id, setId] = useState(digest ?? "");
  useEffect(() => {
    if (digest) return;
    fetch(apiRoutes.health()).then(
      (answer) => setId(answer.headers.get("x-request-id") ?? ""),
      () => setId(""),
    );
  }, [digest]);
  if (!id) return null;
  return (
    <p className="mt-2 text-ink-3 text-sm">
      {t("requestId")} <code className="select-all font-mono">{id}</code>
    </p>
  );
}
