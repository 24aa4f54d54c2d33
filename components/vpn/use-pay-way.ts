"use client";

import { useState } from "react";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { useLive } from "@/components/numbers/live-provider";
import { wholeCents } from "@/components/wallet/whole-cents";
import { missingFor } from "./missing-money";
import { broughtInBy, type PayWay } from "./pay-ways";

interface Payable {
  /** A decimal of USD. */
  price: string;
  methods: readonly OfferedMethod[];
}

/** How a price is paid: the wallet where it holds enough, else the first way that takes it, until another is chosen. */
export function usePayWay({ price, methods }: Payable) {
  const [chosen, choose] = useState<PayWay | null>(null);
  // As the top bar has it, live.
  const available = wholeCents(useLive().state.balance.available);
  const missing = missingFor(price, available);
  const first = methods.find((method) => broughtInBy(method, price) !== null)?.method ?? null;
  const way = chosen ?? (missing ? first : "wallet");
  return { way, choose, available, missing };
}
