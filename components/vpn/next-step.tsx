import { useTranslations } from "next-intl";
import { SupportLink } from "@/components/layout/support-link";
import { buttonStyle } from "@/components/ui/button-style";
import { LinkButton } from "@/components/ui/link-button";
import type { SubscriptionView } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";
import { MANAGE_ID } from "./manage-id";

interface NextStepProps {
  subscription: SubscriptionView;
  /** Empty where the shop has said nothing. */
  supportEmail: string;
}

/** What somebody does whose subscription does not connect any more; nothing where it does. */
export function NextStep({ subscription: { word, number, isTrial }, supportEmail }: NextStepProps) {
  const t = useTranslations("subscriptions");
  if (word === "canceled") return <LinkButton href={routes.vpn()}>{t("next.canceled")}</LinkButton>;
  if (word === "suspended")
    return (
      <SupportLink
        email={supportEmail}
        subject={t("number", { number })}
        className={buttonStyle({ variant: "secondary" })}
      >
        {t(supportEmail ? "next.suspended" : "next.help")}
      </SupportLink>
    );
  if (word !== "expired" && word !== "grace" && word !== "traffic_used_up") return null;
  return (
    <a href={`#${MANAGE_ID}`} className={buttonStyle({ variant: "primary" })}>
      {t(`next.${isTrial ? "trial" : word === "grace" ? "expired" : word}`)}
    </a>
  );
}
