"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { keptReturnPath } from "./return-path";

const unchanging = () => () => undefined;

/** The way back to what the money was wanted for; nothing where the payer came from nowhere. */
export function ReturnAfterPayment({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations("billing.invoice");
  const path = useSyncExternalStore(
    unchanging,
    () => keptReturnPath(invoiceId),
    () => null,
  );
  if (!path) return null;
  return (
    <LinkButton variant="primary" href={path}>
      {t("goBack")}
    </LinkButton>
  );
}
