import { useLocale, useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { chargeText } from "./charge-text";
import { QrCode } from "./qr-code";

/** A Pix to scan, or to copy and paste. */
export function PixPanel({ code, invoice }: { code: string; invoice: InvoiceView }) {
  const t = useTranslations("billing.invoice");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-3">
      <h2 className="font-medium">{t("pixTitle")}</h2>
      <p className="text-ink-2 text-sm">{t("pixText")}</p>
      <div className="flex flex-wrap items-start gap-4">
        <QrCode
          text={code}
          label={t("qr", { amount: chargeText(invoice.chargeAmount, invoice.chargeCurrency, locale) })}
        />
        <div className="flex min-w-0 flex-1 basis-56 flex-col gap-3">
          <code
            dir="ltr"
            className="max-h-40 overflow-y-auto break-all rounded-control border border-line bg-page p-3 font-mono text-xs"
            data-testid="pix-code"
          >
            {code}
          </code>
          <CopyButton text={code} label={t("copyPix")} variant="primary" />
          {invoice.gatewayUrl && (
            <a
              href={invoice.gatewayUrl}
              target="_blank"
              rel="noreferrer"
              className="text-sm underline underline-offset-2"
            >
              {t("simulator")}
            </a>
          )}
        </div>
      </div>
    </div>
  );
}
