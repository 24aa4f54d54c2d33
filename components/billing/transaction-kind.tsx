import { useTranslations } from "next-intl";
import type { TransactionView } from "@/lib/domain/billing/types";

/** What a line is, as its customer reads it: what a bank did is no adjustment by staff. */
export function TransactionKind({ line: { type, word } }: { line: Pick<TransactionView, "type" | "word"> }) {
  const t = useTranslations("wallet");
  if (word === "disputed" || word === "reinstated") return t(`posting.${word}`);
  return t(word === "returned" ? "statement.refundReturned" : `type.${type}`);
}
