import { useTranslations } from "next-intl";

export const MAIN_ID = "main";

export function SkipLink() {
  const t = useTranslations("layout");
  return (
    <a
      href={`#${MAIN_ID}`}
      className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50 focus:rounded-control focus:bg-surface focus:px-4 focus:py-2"
    >
      {t("skip")}
    </a>
  );
}
