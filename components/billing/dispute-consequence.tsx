import { useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import type { PaymentView } from "@/lib/domain/billing/types";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { UsdText } from "./usd-text";

/** Which sentences say what the end of a dispute does (money.disputeEnd): by whether its money was taken already. */
const WORDS = {
  OPEN: { lost: "lostLater", won: "wonNothing" },
  FUNDS_WITHDRAWN: { lost: "lostTaken", won: "wonReturned" },
  FUNDS_REINSTATED: { lost: "lostLater", won: "wonNothing" },
} as const;

/** What a running dispute costs when the bank decides, either way, before anybody answers it. */
export function DisputeConsequence({ payment }: { payment: PaymentView }) {
  const t = useTranslations("money.disputeEnd");
  const { disputeState } = payment;
  if (disputeState === "NONE" || disputeState === "WON" || disputeState === "LOST") return null;
  const micros = (amount: string) => parseDecimal(amount) ?? 0n;
  const atRisk =
    disputeState === "FUNDS_WITHDRAWN"
      ? payment.disputed
      : toDecimal(micros(payment.credited) - micros(payment.refunded));
  const amount = () => (
    <Ltr key="amount">
      <UsdText amount={atRisk} />
    </Ltr>
  );
  const words = WORDS[disputeState];
  return (
    <div className="flex flex-col gap-1 rounded-control border border-warn p-3 text-sm" role="note">
      <p>{t.rich(words.lost, { amount })}</p>
      <p>{t.rich(words.won, { amount })}</p>
      <p className="text-ink-2">{t("after")}</p>
    </div>
  );
}
