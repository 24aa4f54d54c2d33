"use client";

import { RefusalText } from "@/components/numbers/refusal-text";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";

/** Why something was not done; the region is there from the start, so that it is spoken. */
export function Refused({ refusal }: { refusal: Refusal | null }) {
  return (
    <div role="alert" className="text-bad text-sm empty:hidden">
      {refusal && <RefusalText refusal={refusal} currency={WALLET_CURRENCY} />}
    </div>
  );
}
