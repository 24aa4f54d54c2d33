"use client";

import type { ReactNode } from "react";
import { ChargeLines } from "@/components/billing/charge-lines";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { broughtInBy, type PayWay, PayWays } from "./pay-ways";
import { PaymentLines } from "./payment-lines";

interface PayChoiceProps {
  /** Decimals of USD. */
  price: string;
  available: string;
  isWalletEnough: boolean;
  methods: readonly OfferedMethod[];
  way: PayWay;
  onChoose(way: PayWay): void;
  /** What is said of the wallet where it is chosen. */
  walletText: string;
  /** Under the lines of the wallet. */
  children?: ReactNode;
}

/** The ways of paying a price, and what the chosen one costs in all. */
export function PayChoice(props: PayChoiceProps) {
  const { price, available, walletText, isWalletEnough, methods, way, onChoose, children } = props;
  const method = methods.find((candidate) => candidate.method === way);
  return (
    <>
      <PayWays
        price={price}
        available={available}
        walletText={walletText}
        isWalletEnough={isWalletEnough}
        methods={methods}
        value={way}
        onChoose={onChoose}
      />
      {method && (
        <ChargeLines
          method={method}
          amountMicros={broughtInBy(method, price) ?? 0n}
          priceMicros={parseDecimal(price) ?? 0n}
        />
      )}
      {way === "wallet" && (
        <>
          <PaymentLines price={price} available={available} />
          {children}
        </>
      )}
    </>
  );
}
