import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReloadButton } from "@/components/feedback/reload-button";
import type { RefusalCode } from "@/lib/domain/kernel/errors";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import type { FormOutcome } from "./form-outcome";
import { refusalValues } from "./refusal-values";

/**
 * The refusal of a form in words, with the request to quote where something failed and the way to reload a page that is
 * older than the shop. Null when nothing was refused.
 */
export function useRefusalSentence(
  { refusal, requestId }: FormOutcome,
  except: readonly RefusalCode[] = [],
): ReactNode {
  const t = useTranslations("refusals");
  const tErrors = useTranslations("auth.errors");
  const locale = useLocale();
  const money = (micros: bigint) => formatMoney(micros, WALLET_CURRENCY, locale);
  if (!refusal || except.includes(refusal.reason)) return null;
  const sentence = t(refusal.reason, refusalValues(refusal, money));
  if (refusal.reason === "page_outdated")
    return (
      <span className="flex flex-col items-start gap-2">
        {sentence}
        <ReloadButton />
      </span>
    );
  return requestId ? `${sentence} ${tErrors("requestId", { id: requestId })}` : sentence;
}

/** The words for a field: not well formed, or refused by one of these codes. */
export function useFieldError({ refusal, invalid }: FormOutcome) {
  const t = useTranslations("refusals");
  const tErrors = useTranslations("auth.errors");
  const locale = useLocale();
  return (
    field: string,
    word: "identifier" | "email" | "username" | "password",
    codes: readonly RefusalCode[] = [],
  ): string | undefined => {
    if (invalid.has(field)) return tErrors(word);
    if (refusal && codes.includes(refusal.reason))
      return t(
        refusal.reason,
        refusalValues(refusal, (micros) => formatMoney(micros, WALLET_CURRENCY, locale)),
      );
    return undefined;
  };
}

/** Refusals that belong to the field of a new password. */
export const PASSWORD_REFUSALS = [
  "password_too_short",
  "password_too_long",
  "password_too_common",
  "password_same",
] as const satisfies readonly RefusalCode[];
