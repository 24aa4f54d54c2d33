"use client";

import { useState } from "react";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { missingFor } from "./missing-money";
import { broughtInBy, type PayWay } from "./pay-ways";

interface Payable {
  /** Decimals of USD. */
  price: string;
  available: string;
  methods: readonly OfferedMethod[];
}

/** How a price is paid: the wallet where it holds enough, else the first way that takes it, until another is chosen. */
export function usePayWay({ price, available, methods }: Payable) {
  const [chosen, choose] = useState<PayWay | null>(null);
  const missing = missingFor(price, available);
  const first = methods.find((method) => broughtInBy(method, price) !== null)?.method ?? null;
  const way = chosen ?? (missing ? first : "wallet");
  return { way, choose, missing };
}
