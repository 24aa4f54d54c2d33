import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { StatementLine } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { DebtPart } from "./debt-part";

/** What a line is about, in words. */
export function LineWords({ line }: { line: StatementLine }) {
  const t = useTranslations("wallet");
  // What staff wrote about an invoice's money is theirs; a dispute is no adjustment by staff.
  if (line.invoice) {
    const [step] = line.postings;
    const isDispute = step?.word === "disputed" || step?.word === "reinstated";
    const words = isDispute
      ? t(`posting.${step.word}`)
      : t(step?.word === "returned" ? "statement.refundReturned" : `type.${line.type}`);
    return (
      <>
        <bdi>{words}</bdi>
        <DebtPart
          micros={line.postings.reduce((sum, { debtChangeMicros }) => sum + debtChangeMicros, 0n)}
          currency={line.currency}
        />
      </>
    );
  }
  return <bdi>{line.serviceName ?? line.description ?? t(`type.${line.type}`)}</bdi>;
}

/** How a line stands; a withdrawal's line stands as the withdrawal does. */
export function LineStatus({ line }: { line: StatementLine }) {
  const t = useTranslations("wallet");
  const tWithdrawals = useTranslations("withdrawals");
  if (line.withdrawal) return tWithdrawals(`status.${line.withdrawal.status}`);
  return line.type === "WITHDRAWAL" ? tWithdrawals(`wallet.${line.status}`) : t(`status.${line.status}`);
}

/** The order, withdrawal or invoice that a line belongs to, as a link. */
export function LineReference({ line }: { line: StatementLine }) {
  const t = useTranslations("withdrawals.wallet");
  const tInvoice = useTranslations("billing.invoice");
  if (line.invoice) {
    return (
      <Link href={routes.invoice(line.invoice.id)} prefetch={false} className="underline underline-offset-2">
        <bdi>{tInvoice("title", { number: line.invoice.number })}</bdi>
      </Link>
    );
  }
  if (line.withdrawal) {
    return (
      <Link
        href={routes.withdrawal(line.withdrawal.id)}
        prefetch={false}
        className="underline underline-offset-2"
      >
        {t("hold")} <bdi dir="ltr">#{line.withdrawal.number}</bdi>
      </Link>
    );
  }
  if (!line.orderId) return <span className="max-md:hidden">–</span>;
  return (
    <Link href={routes.activation(line.orderId)} prefetch={false} className="underline underline-offset-2">
      <bdi dir="ltr">#{line.orderNumber}</bdi>
    </Link>
  );
}

/** The amount where it stands: what came in, or what went out. A hold that was given back went out and came in again. */
export function LineSide({ line, side }: { line: StatementLine; side: "in" | "out" }) {
  const locale = useLocale();
  const isIn = line.amountMicros > 0n;
  const isReleased = line.status === "FAILED" && line.postings.length > 1;
  if (isIn !== (side === "in") && !isReleased) return null;
  const micros = isIn ? line.amountMicros : -line.amountMicros;
  return (
    <bdi dir="ltr" className={classNames("tabular-nums", isReleased && "text-ink-2")}>
      {formatMoney(micros, line.currency, locale)}
    </bdi>
  );
}

/** What was available after a line. */
export function LineAfter({ line }: { line: StatementLine }) {
  const locale = useLocale();
  const after = line.availableAfterMicros;
  if (after === null) return "–";
  return (
    <bdi dir="ltr" className="tabular-nums">
      {formatMoney(after, line.currency, locale)}
    </bdi>
  );
}
