import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What stands where a script will put what is still being read; where there are none, the words that say so. */
export function Placeholder({ children }: { children: ReactNode }) {
  const t = useTranslations("table");
  return (
    <>
      <p className="hidden text-ink-2 text-sm noscript:block">{t("needsScripts")}</p>
      <div className="contents noscript:hidden">{children}</div>
    </>
  );
}
