import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { missingOf } from "./charge-text";
import { invoiceScreen, invoiceTone } from "./invoice-screen";

/** An invoice's state in words. */
export function InvoiceStatus({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("billing");
  const screen = invoiceScreen(invoice);
  const words = () => {
    if (screen.key === "screen.confirming")
      return t(screen.key, { count: screen.count, needed: screen.needed });
    if (screen.key === "screen.partial") {
      return t.rich("screen.partial", {
        missing: missingOf(invoice),
        amount: (chunks) => <Ltr>{chunks}</Ltr>,
      });
    }
    return t(screen.key);
  };
  return <Badge tone={invoiceTone(invoice)}>{words()}</Badge>;
}
