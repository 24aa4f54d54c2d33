import { useTranslations } from "next-intl";

const NAMED = [
  "available",
  "held",
  "debt",
  "ext:stripe",
  "ext:mercadopago",
  "ext:btc",
  "ext:usdt",
  "ext:internal",
  "ext:by_hand",
  "ext:sandbox",
  "rev:otp",
  "rev:sms",
  "rev:vpn",
  "cost:chargeback",
  "suspense:crypto",
  "fx:rounding",
] as const;

/** An account of the books in words; one without words of its own is shown by its code. */
export function useAccountName(): (code: string) => string {
  const t = useTranslations("wallet.accounts");
  return (code) => {
    const named = NAMED.find((name) => name === code);
    return named ? t(named) : code;
  };
}
