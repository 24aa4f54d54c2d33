"use client";

import { useMoneyLive } from "./use-money-live";

/** Keeps a withdrawal's page true until it is over. */
export function WithdrawalLive({ isOpen }: { isOpen: boolean }) {
  useMoneyLive(isOpen);
  return null;
}
