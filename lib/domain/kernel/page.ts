/** One page of a list that the database cut. Rows are few; the total is counted only as far as somebody would page. */
export interface Page<Row> {
  rows: Row[];
  /** How many match; at most TOTAL_CAP, then `isTotalCapped`. */
  total: number;
  isTotalCapped: boolean;
  /** From 1; a page beyond the last is the last. */
  page: number;
  pageSize: number;
}

/** Counting further costs more than anybody gains from the number. */
export const TOTAL_CAP = 10_000;

/** How many rows a count needs to look at: one more than is shown, to know that there are more. */
export const TOTAL_LIMIT = TOTAL_CAP + 1;

interface Asked {
  page: number;
  pageSize: number;
}

/** Which rows to read of `counted` matches (the answer of a count limited to TOTAL_LIMIT). */
export function pageWindow(counted: number, asked: Asked): Asked & { offset: number } {
  const total = Math.min(counted, TOTAL_CAP);
  const last = Math.max(1, Math.ceil(total / asked.pageSize));
  const page = Math.min(Math.max(1, asked.page), last);
  return { page, pageSize: asked.pageSize, offset: (page - 1) * asked.pageSize };
}

/** The rows of that window, with what the list says about them. */
export function toPage<Row>(rows: Row[], counted: number, asked: Asked): Page<Row> {
  const { page, pageSize } = pageWindow(counted, asked);
  return { rows, total: Math.min(counted, TOTAL_CAP), isTotalCapped: counted > TOTAL_CAP, page, pageSize };
}
