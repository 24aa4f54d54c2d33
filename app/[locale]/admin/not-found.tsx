import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

/** No such thing in the back office: its menu stays. */
export default function NotFoundInFrame() {
  const t = useTranslations("feedback");
  return (
    <EmptyState
      title={<h1>{t("notFoundTitle")}</h1>}
      text={t("notFoundText")}
      action={
        <LinkButton href={routes.admin()} variant="secondary">
          {t("toOverview")}
        </LinkButton>
      }
    />
  );
}
