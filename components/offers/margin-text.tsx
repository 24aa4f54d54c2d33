import { useFormatter, useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";

/** What stays of the price; a loss is said, not only coloured. */
export function MarginText({ margin }: { margin: number | null }) {
  const t = useTranslations("offers");
  const format = useFormatter();
  if (margin === null) return t("none");
  const share = <Ltr>{format.number(margin, "share")}</Ltr>;
  if (margin >= 0) return share;
  return (
    <span className="font-medium text-bad">
      {share} {t("loss")}
    </span>
  );
}
