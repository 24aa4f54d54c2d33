"use client";

import { createContext, type ReactNode, use } from "react";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { DisplayRate } from "@/lib/format/approximate";
import { Approximate } from "./approximate";

export const DisplayRateContext = createContext<DisplayRate | null>(null);

/** What the person who looks wants to see beside dollars, for all that is drawn below. */
export function DisplayRateProvider({ rate, children }: { rate: DisplayRate | null; children: ReactNode }) {
  return <DisplayRateContext value={rate}>{children}</DisplayRateContext>;
}

/** A decimal of USD in the reader's own currency; nothing where dollars are enough. */
export function OwnAmount({ amount, className }: { amount: string; className?: string }) {
  const rate = use(DisplayRateContext);
  const micros = parseDecimal(amount);
  return micros === null ? null : <Approximate micros={micros} rate={rate} className={className} />;
}
