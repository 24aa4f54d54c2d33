import type { WithdrawalStatus } from "./types";

/** Whoever has verified an e-mail address and paid before may have money back. */
export const WITHDRAWAL_LEVEL = 1;

/** What may still become of a withdrawal, by who does what. Money moves once: by pay, refuse or cancel. */
export type WithdrawalStep = "approve" | "pay" | "refuse" | "cancel";

const STEPS: Record<WithdrawalStatus, readonly WithdrawalStep[]> = {
  REQUESTED: ["approve", "refuse", "cancel"],
  APPROVED: ["pay", "refuse"],
  PAID: [],
  REFUSED: [],
  CANCELED: [],
};

export function allowsStep(step: WithdrawalStep, status: WithdrawalStatus): boolean {
  return STEPS[status].includes(step);
}

/** The state after a step that the state before allows. `approvals` counts this one too. */
export function statusAfter(
  step: WithdrawalStep,
  { approvals, needed }: { approvals: number; needed: number },
): WithdrawalStatus {
  if (step === "approve") return approvals >= needed ? "APPROVED" : "REQUESTED";
  return ({ pay: "PAID", refuse: "REFUSED", cancel: "CANCELED" } as const)[step];
}
