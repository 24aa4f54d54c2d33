"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/**
 * What to tell support: the id under which the server logged this page (the layout leaves it on <html>) and the digest
 * under which it logged the failure.
 */
export function RequestId({ digest }: { digest: string | undefined }) {
  const t = useTranslations("feedback");
  const [requestId, setRequestId] = useState<string | undefined>();
  useEffect(() => setRequestId(document.documentElement.dataset.requestId), []);
  const shown = [requestId, digest].filter(Boolean).join(" / ");
  if (!shown) return null;
  return (
    <p className="mt-2 text-ink-3 text-sm">
      {t("requestId")}{" "}
      <code dir="ltr" className="select-all break-all font-mono">
        {shown}
      </code>
    </p>
  );
}
