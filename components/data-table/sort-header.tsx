import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/lib/i18n/navigation";
import type { ColumnDefinition, Direction, TableState } from "@/lib/table/table-state";

interface SortHeaderProps {
  column: ColumnDefinition;
  state: TableState;
  label: string;
  href(direction: Direction): string;
}

const WORDS = { asc: "ascending", desc: "descending" } as const;
const ICONS = { asc: ArrowUp, desc: ArrowDown } as const;

/** A name of more letters may take two lines, so that the last column is not pushed out. */
const LONG = 18;

/** The head of a column; where the list can be sorted by it, a link that does, and turns on the second press. */
export function SortHeader({ column, state, label, href }: SortHeaderProps) {
  const current = state.sort === column.key ? state.direction : null;
  const Icon = current ? ICONS[current] : ArrowUpDown;
  return (
    <th
      scope="col"
      aria-sort={column.sortable ? (current ? WORDS[current] : "none") : undefined}
      className={classNames(
        "px-4 py-2 font-medium md:dense:px-3 md:dense:py-1.5",
        label.length > LONG ? "min-w-32 text-balance" : "whitespace-nowrap",
        column.align === "end" ? "text-end" : "text-start",
      )}
    >
      {column.sortable ? (
        <Link
          href={href(current === "asc" ? "desc" : "asc")}
          scroll={false}
          prefetch={false}
          className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
        >
          {label}
          <Icon aria-hidden="true" className={classNames("size-3.5", !current && "opacity-40")} />
        </Link>
      ) : (
        label
      )}
    </th>
  );
}
