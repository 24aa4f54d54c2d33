import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/feedback/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

export default function NotFound() {
  const t = useTranslations("feedback");
  return (
    <MessagePage title={t("notFoundTitle")} text={t("notFoundText")}>
      <LinkButton href={routes.home()}>{t("home")}</LinkButton>
      <LinkButton href={routes.numbers()} variant="secondary">
        {t("numbers")}
      </LinkButton>
    </MessagePage>
  );
}
