import type { Deps } from "@/lib/deps";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { csvLine } from "@/lib/table/csv";
import type { AskedParameters } from "@/lib/table/table-state";

type CsvRow = Parameters<typeof csvLine>[0];

/** A list that can be taken away as CSV. */
export interface TableExport {
  /** The file's name and the last part of its address. */
  name: string;
  /** Staff of at least this role; null: everybody who is signed in, their own rows. */
  least: "SUPPORT" | "ADMIN" | null;
  /** English, stable, units included ("price_usd", "started_at_utc"): programs read them. */
  columns: readonly string[];
  /** The rows of the filtered set in the list's order, read in batches; the query is the list's own. */
  rows(deps: Deps, actor: UserActor, asked: AskedParameters): AsyncIterable<CsvRow>;
}
