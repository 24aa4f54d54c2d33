"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { useMoney } from "@/components/wallet/use-money";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";

/** "wallet", or a way of paying outside it. */
export type PayWay = "wallet" | OfferedMethod["method"];

/** Whether a price, a decimal of USD, can be paid this way now. */
export function canPay(method: OfferedMethod, price: string): boolean {
  const micros = parseDecimal(price) ?? 0n;
  const [least, most] = [parseDecimal(method.minimum) ?? 0n, parseDecimal(method.maximum) ?? 0n];
  return !method.isAway && micros >= least && micros <= most;
}

interface PayWaysProps {
  price: string;
  available: string;
  isWalletEnough: boolean;
  methods: readonly OfferedMethod[];
  value: PayWay;
  onChoose(way: PayWay): void;
}

/** The wallet and every gateway, with what the chosen one means and why another cannot be taken for this price. */
export function PayWays({ price, available, isWalletEnough, methods, value, onChoose }: PayWaysProps) {
  const t = useTranslations("vpn.buy");
  const tBilling = useTranslations("billing");
  const money = useMoney();
  const group = useId();
  const usd = (amount: string) => money(amount, WALLET_CURRENCY);
  const noteOf = (method: OfferedMethod): string => {
    if (method.isAway) return t("away");
    if (!canPay(method, price))
      return t("range", { minimum: usd(method.minimum), maximum: usd(method.maximum) });
    return method.isSimulated ? t("simulated") : tBilling(`methodText.${method.method}`);
  };
  const ways: { way: PayWay; title: string; note: string; isOff: boolean }[] = [
    {
      way: "wallet",
      title: t("wallet"),
      note: t(isWalletEnough ? "walletText" : "walletShort", { available: usd(available) }),
      isOff: !isWalletEnough,
    },
    ...methods.map((method) => ({
      way: method.method,
      title: tBilling(`method.${method.method}`),
      note: noteOf(method),
      isOff: !canPay(method, price),
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
