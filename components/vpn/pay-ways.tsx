"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { useMoney } from "@/components/wallet/use-money";
import { amountForPrice } from "@/lib/domain/kernel/amount-for-price";
import { parseDecimal, toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";

/** "wallet", or a way of paying outside it. */
export type PayWay = "wallet" | OfferedMethod["method"];

/** What would be brought in this way for a price, a decimal of USD; null where it cannot be paid so now. */
export function broughtInBy(method: OfferedMethod, price: string): bigint | null {
  if (method.isAway) return null;
  return amountForPrice(parseDecimal(price) ?? 0n, {
    minimumMicros: parseDecimal(method.minimum) ?? 0n,
    maximumMicros: parseDecimal(method.maximum) ?? 0n,
  });
}

interface PayWaysProps {
  price: string;
  available: string;
  /** What paying from the wallet means here. */
  walletText: string;
  isWalletEnough: boolean;
  methods: readonly OfferedMethod[];
  value: PayWay;
  onChoose(way: PayWay): void;
}

/** The wallet and every gateway, with what the chosen one means and why another cannot be taken for this price. */
export function PayWays(props: PayWaysProps) {
  const { price, available, walletText, isWalletEnough, methods, value, onChoose } = props;
  const t = useTranslations("vpn.buy");
  const tBilling = useTranslations("billing");
  const money = useMoney();
  const group = useId();
  const usd = (amount: string) => money(amount, WALLET_CURRENCY);
  const noteOf = (method: OfferedMethod): string => {
    if (method.isAway) return t("away");
    const micros = broughtInBy(method, price);
    if (micros === null) return t("range", { minimum: usd(method.minimum), maximum: usd(method.maximum) });
    const rest = micros - (parseDecimal(price) ?? 0n);
    if (rest > 0n) return t("least", { minimum: usd(method.minimum), rest: usd(toDecimal(rest)) });
    return method.isSimulated ? t("simulated") : tBilling(`methodText.${method.method}`);
  };
  const ways: { way: PayWay; title: string; note: string; isOff: boolean }[] = [
    {
      way: "wallet",
      title: t("wallet"),
      note: isWalletEnough ? walletText : t("walletShort", { available: usd(available) }),
      isOff: !isWalletEnough,
    },
    ...methods.map((method) => ({
      way: method.method,
      title: tBilling(`method.${method.method}`),
      note: noteOf(method),
      isOff: broughtInBy(method, price) === null,
    })),
  ];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium text-sm">{t("ways")}</legend>
      <div className="flex flex-col divide-y divide-line rounded-control border border-line">
        {ways.map(({ way, title, note, isOff }) => (
          <label
            key={way}
            className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2 text-sm has-disabled:cursor-not-allowed has-checked:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={group}
              value={way}
              checked={value === way}
              disabled={isOff}
              onChange={() => onChoose(way)}
              className="mt-1 accent-(--accent)"
            />
            <span className="flex flex-col">
              <span className={isOff ? "text-ink-2" : "font-medium"}>{title}</span>
              {(isOff || value === way) && <span className="text-ink-2 text-xs">{note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
