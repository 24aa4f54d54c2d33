export const OUTCOMES = ["all", "running", "done", "refunded"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Reads the page's address; whatever is not understood falls back to the first page of everything. */
export function parseHistoryFilter(search: { page?: string; outcome?: string }): {
  page: number;
  outcome: Outcome;
} {
  const page = Number(search.page);
  return {
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
    outcome: OUTCOMES.find((candidate) => candidate === search.outcome) ?? "all",
  };
}
