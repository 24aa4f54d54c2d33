/** How a list was asked for: what the table's address says, already read and bounded. */
export interface ListInput {
  page: number;
  pageSize: number;
  sort: string;
  direction: "asc" | "desc";
  search: string;
  /** Only those that are set. */
  filters: Record<string, string>;
}

/** A text for LIKE, with LIKE's own signs taken literally. */
export function likeText(search: string): string {
  return search.replace(/[\\%_]/g, "\\$&");
}
