import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

/** Nothing here for this customer: the menu stays. */
export default function NotFoundInFrame() {
  const t = useTranslations("feedback");
  return (
    <EmptyState
      title={<h1>{t("notFoundTitle")}</h1>}
      text={t("notFoundText")}
      action={
        <LinkButton href={routes.dashboard()} variant="secondary">
          {t("toDashboard")}
        </LinkButton>
      }
    />
  );
}
