import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatSum } from "@/lib/format/money";
import { routes } from "@/lib/routes";
import { CancelInvoiceButton } from "./cancel-invoice-button";
import { chargeText } from "./charge-text";
import { type CryptoLinks, CryptoPanel } from "./crypto-panel";
import { type InvoicePlan, InvoicePlanNow, PlanAgain } from "./invoice-plan-now";
import { movingPayment } from "./invoice-screen";
import { PayCountdown } from "./pay-countdown";
import { PixPanel } from "./pix-panel";
import { planRefusalOf } from "./plan-refusal";
import { ReturnAfterPayment } from "./return-after-payment";

interface InvoiceNowProps {
  invoice: InvoiceView;
  /** Business time. */
  now: string;
  isSimulated: boolean;
  crypto: CryptoLinks | null;
  plan: InvoicePlan | null;
  /** The wallet may not pay. */
  isFrozen: boolean;
}

/** Where the payer's bank has the money of a dispute. */
const TAKEN_BACK: ReadonlySet<string> = new Set(["FUNDS_WITHDRAWN", "LOST"]);

/** What can be done about an invoice at this moment: pay it, wait, or go on. */
export function InvoiceNow({ invoice, now, isSimulated, crypto, plan, isFrozen }: InvoiceNowProps) {
  const t = useTranslations("billing");
  const locale = useLocale();
  const credited = parseDecimal(invoice.credited) ?? 0n;
  const rest =
    (parseDecimal(invoice.amountUsd) ?? 0n) - (parseDecimal(invoice.planDue ?? invoice.amountUsd) ?? 0n);
  const refusal = planRefusalOf(invoice, plan);
  const takenBack = invoice.payments.some(({ disputeState }) => TAKEN_BACK.has(disputeState));
  const isAsked = isFrozen && invoice.payments.some(({ disputeState }) => disputeState === "OPEN");
  if (invoice.status !== "PENDING") {
    return (
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        {plan && <InvoicePlanNow plan={plan} isPaid={invoice.status === "PAID"} refusal={refusal} />}
        {takenBack && (
          <p role="status" className="text-warn">
            {t("invoice.takenBack")}
          </p>
        )}
        {isAsked && !takenBack && (
          <p role="status" className="basis-full text-warn">
            {t("invoice.inquiry")}
          </p>
        )}
        {credited > 0n && !takenBack && !plan?.isBought && (
          <p role="status" className="text-ok" data-testid="credited">
            {t.rich("invoice.credited", {
              amount: () => <Ltr>{formatSum(credited, invoice.currency, locale)}</Ltr>,
            })}
          </p>
        )}
        {refusal && (
          <p role="status" className="text-warn">
            {t("invoice.planRefusal", { reason: refusal })}
          </p>
        )}
        {!plan && invoice.status === "PAID" && <ReturnAfterPayment invoiceId={invoice.id} />}
        <LinkButton href={routes.wallet()} variant="secondary">
          {t("invoice.toWallet")}
        </LinkButton>
        {plan && (invoice.status !== "PAID" || refusal !== null) && <PlanAgain plan={plan} />}
        {!plan && invoice.status !== "PAID" && (
          <LinkButton href={routes.topUp()}>{t("invoice.another")}</LinkButton>
        )}
      </div>
    );
  }
  // A part that is on its way leaves the rest to be paid.
  const isMoving = movingPayment(invoice) !== null && invoice.exception !== "PAID_PARTIAL";
  const hasFailed = invoice.payments.some(({ failureCode }) => failureCode !== null);
  return (
    <Panel className="flex max-w-2xl flex-col gap-4 print:hidden">
      {plan && (
        <p className="text-ink-2 text-sm">
          {t("invoice.planPending", { plan: plan.name, n: plan.durationDays })}
          {rest > 0n && ` ${t("invoice.planRest", { rest: formatSum(rest, invoice.currency, locale) })}`}
        </p>
      )}
      <p className="font-mono text-[28px] leading-9 tabular-nums">
        <Ltr>{chargeText(invoice.chargeAmount, invoice.chargeCurrency, locale)}</Ltr>
      </p>
      {isSimulated && <p className="text-ink-3 text-xs">{t("topUp.simulated")}</p>}
      {hasFailed && !isMoving && (
        <p role="status" className="text-bad text-sm">
          {t(crypto ? "invoice.failedOnChain" : "invoice.failed")}
        </p>
      )}
      {crypto && invoice.asset && (
        <CryptoPanel invoice={invoice} links={crypto} isSimulated={isSimulated} isMoving={isMoving} />
      )}
      {invoice.pixCode && !isMoving && <PixPanel code={invoice.pixCode} invoice={invoice} />}
      {isMoving ? (
        <p role="status">
          {crypto
            ? t("invoice.confirmingText", { needed: invoice.requiredConfirmations })
            : t("invoice.waiting")}
        </p>
      ) : (
        <PayCountdown createdAt={invoice.createdAt} expiresAt={invoice.expiresAt} now={now} />
      )}
      <div className="flex flex-wrap gap-2">
        {invoice.gatewayUrl && !invoice.pixCode && !isMoving && (
          <a
            href={invoice.gatewayUrl}
            className="inline-flex min-h-11 items-center rounded-control bg-accent px-4 font-medium text-on-accent"
          >
            {t("invoice.pay")}
          </a>
        )}
        {!isMoving && <CancelInvoiceButton invoiceId={invoice.id} />}
      </div>
      {!isMoving && !crypto && <p className="text-ink-2 text-sm">{t("invoice.waiting")}</p>}
    </Panel>
  );
}
