/** Why whole categories of the reference data are not sold: what stands in the record until somebody writes another reason. */
export const CATEGORY_REASONS = {
  bank: "Banks bind an account to a number for years; a rented number would lock its owner out.",
  payment: "Money that hangs on a rented number is lost when the number goes back.",
  government: "Public services identify a person by their own number.",
  health: "Health records must not hang on a number that somebody else has next.",
  gambling: "Age and identity checks must not be passed with a rented number.",
} as const;

export type ReasonCategory = keyof typeof CATEGORY_REASONS;

/** The category whose reason this is, so that it can be said in the reader's language; null for one that a person wrote. */
export function categoryOfReason(reason: string): ReasonCategory | null {
  const found = Object.entries(CATEGORY_REASONS).find(([, sentence]) => sentence === reason);
  return found ? (found[0] as ReasonCategory) : null;
}
