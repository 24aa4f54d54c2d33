import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Ltr } from "@/components/ui/ltr";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { missingOf } from "./charge-text";
import { QrCode } from "./qr-code";

export interface CryptoLinks {
  uri: string;
  qr: string;
  trustWallet: string | null;
  amount: string;
}

interface CryptoPanelProps {
  invoice: InvoiceView;
  links: CryptoLinks;
  isSimulated: boolean;
  isMoving: boolean;
}

/** An address of this invoice alone, the exact amount, and on which network. */
export function CryptoPanel({ invoice, links, isSimulated, isMoving }: CryptoPanelProps) {
  const t = useTranslations("billing.invoice");
  const { address, asset, exception } = invoice;
  if (!address || !asset) return null;
  const played = `/simulators/chain?${new URLSearchParams({ address, amount: links.amount, asset })}`;
  return (
    <div className="flex flex-col gap-3">
      {isSimulated && <p className="rounded-control border border-warn p-3 text-sm">{t("playedChain")}</p>}
      <p className="text-sm text-warn">{t(asset === "BTC" ? "networkBTC" : "networkTRC20")}</p>
      {exception === "PAID_PARTIAL" && (
        <p role="status">{t("partialText", { missing: missingOf(invoice) })}</p>
      )}
      {!isMoving && (
        <div className="flex flex-wrap items-start gap-4">
          <QrCode text={links.qr} label={t("qr", { amount: `${links.amount} ${asset}` })} />
          <dl className="flex min-w-0 flex-1 basis-56 flex-col gap-3">
            <div className="flex flex-col items-start gap-1">
              <dt className="text-ink-2 text-sm">{t("cryptoTitle")}</dt>
              <dd className="flex flex-wrap items-center gap-2">
                <Ltr className="font-mono" data-testid="crypto-amount">{`${links.amount} ${asset}`}</Ltr>
                <CopyButton text={links.amount} label={t("copyAmount")} />
              </dd>
            </div>
            <div className="flex flex-col items-start gap-1">
              <dt className="text-ink-2 text-sm">{t("cryptoTo")}</dt>
              <dd className="flex flex-wrap items-center gap-2">
                <Ltr className="break-all font-mono text-sm" data-testid="crypto-address">
                  {address}
                </Ltr>
                <CopyButton text={address} label={t("copyAddress")} />
              </dd>
            </div>
          </dl>
        </div>
      )}
      {!isMoving && <p className="text-ink-2 text-sm">{t("lockedRate")}</p>}
      <p className="flex flex-wrap gap-4 text-sm">
        {isSimulated ? (
          <a href={played} target="_blank" rel="noreferrer" className="underline underline-offset-2">
            {t("openChain")}
          </a>
        ) : (
          <>
            <a href={links.uri} className="underline underline-offset-2">
              {t("openWallet")}
            </a>
            {links.trustWallet && (
              <a href={links.trustWallet} className="underline underline-offset-2">
                {t("trustWallet")}
              </a>
            )}
          </>
        )}
      </p>
    </div>
  );
}
