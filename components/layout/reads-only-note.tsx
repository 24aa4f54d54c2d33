import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";

/** Above every page of the back office for those who may look and not change: why no form can be saved. */
export function ReadsOnlyNote() {
  const t = useTranslations("layout");
  return (
    <p data-chrome className="flex items-center gap-2 text-ink-2 text-sm">
      <Eye aria-hidden="true" className="size-4 shrink-0" />
      {t("readsOnly")}
    </p>
  );
}
