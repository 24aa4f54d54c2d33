import { useTranslations } from "next-intl";
import { categoryOfReason } from "@/lib/format/category-reasons";

/** Why a service is not sold: the shop's own sentence, or the category's in the reader's language. */
export function ProhibitedReason({ reason }: { reason: string | null }) {
  const t = useTranslations("pricing");
  if (!reason) return t("notSoldReason");
  const category = categoryOfReason(reason);
  return category ? t(`reasons.${category}`) : <bdi>{reason}</bdi>;
}
