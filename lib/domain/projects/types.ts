/** A project as its owner sees it. Times are ISO strings. */
export interface ProjectView {
  id: string;
  name: string;
  description: string;
  defaultCountry: { id: string; iso2: string; name: string } | null;
  defaultService: { id: string; slug: string; name: string } | null;
  areaCode: string | null;
  /** Null: no limit. */
  monthlyLimitMicros: bigint | null;
  /** What counts against the limit this calendar month (UTC). */
  monthSpentMicros: bigint;
  apiCalls: bigint;
  createdAt: string;
  archivedAt: string | null;
}
