import { useTranslations } from "next-intl";
import { closeInvoiceAction } from "@/lib/actions/billing";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { DecisionButton } from "./decision-button";

/** The two ways an administrator ends an invoice that waits. */
export function CloseInvoice({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("byHand");
  const number = String(invoice.number);
  const reason = { name: "reason", label: t("reason"), error: t("reasonError") };
  const hidden = { invoiceId: invoice.id, version: String(invoice.version) };
  return (
    <>
      <DecisionButton
        action={closeInvoiceAction}
        hidden={{ ...hidden, as: "expire" }}
        words={{
          open: t("expire"),
          title: t("expireTitle", { number }),
          text: t("expireText"),
          submit: t("expireSubmit"),
          keep: t("keep"),
        }}
        fields={[reason]}
      />
      <DecisionButton
        action={closeInvoiceAction}
        hidden={{ ...hidden, as: "cancel" }}
        isDangerous
        words={{
          open: t("cancel"),
          title: t("cancelTitle", { number }),
          text: t("cancelText"),
          submit: t("cancelSubmit"),
          keep: t("keep"),
        }}
        fields={[reason]}
      />
    </>
  );
}
