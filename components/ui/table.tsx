import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** A table that becomes a list of cards on a narrow screen. Where chosen columns need more room than there is, it scrolls by itself: nothing is cut. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface max-md:overflow-hidden">
      <table className="w-full text-sm max-md:block">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="border-line border-b bg-sunken text-ink-2 max-md:sr-only">{children}</thead>;
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line max-md:block">{children}</tbody>;
}

/** What every placed cell looks like, said once a row: a long list would repeat it in each cell. */
const PLACED_CELLS =
  "*:px-4 *:py-2.5 *:align-middle md:dense:*:px-3 md:dense:*:py-1.5 max-md:*:flex max-md:*:min-w-0 max-md:*:items-baseline max-md:*:justify-start max-md:*:gap-2 max-md:*:p-0 max-md:*:has-[>span:last-child:empty]:hidden";

/** On a narrow screen a card: the first cell is its heading, the others stand two by two, and what is long has a line to itself; with `narrow` each cell has a `place`. */
export function TableRow({ narrow, ...rest }: ComponentProps<"tr"> & { narrow?: boolean }) {
  return (
    <tr
      {...rest}
      className={classNames(
        "max-md:p-4 [&:has(details[open])>td]:align-top",
        narrow
          ? classNames(
              PLACED_CELLS,
              "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-center max-md:gap-x-4 max-md:gap-y-1",
            )
          : "max-md:relative max-md:grid max-md:grid-cols-2 max-md:gap-x-2 max-md:gap-y-2",
      )}
    />
  );
}

/** Where a cell stands in the card of a narrow screen; its row is `narrow`. */
export interface NarrowPlace {
  className: string;
  /** The column's name still stands before the value. */
  isLabelled?: boolean;
}

type Align = "start" | "end";

export function TableHeader({ align = "start", children }: { align?: Align; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={classNames(
        "px-4 py-2 font-medium md:dense:px-3 md:dense:py-1.5",
        align === "end" ? "text-end" : "text-start",
      )}
    >
      {children}
    </th>
  );
}

interface TableCellProps {
  label: string;
  align?: Align;
  place?: NarrowPlace;
  children: ReactNode;
}

/** `label` stands before the value where the header row is not seen, unless `place` says that the value speaks for itself. */
export function TableCell({ label, align = "start", place, children }: TableCellProps) {
  return (
    <td
      className={classNames(
        align === "end" ? "md:text-end" : "md:text-start",
        !place &&
          "px-4 py-2.5 align-middle md:dense:px-3 md:dense:py-1.5 max-md:flex max-md:min-w-0 max-md:p-0 max-md:flex-col max-md:has-[[data-long]]:col-span-2 max-md:first:col-span-2 max-md:first:flex-row max-md:first:items-baseline max-md:first:gap-2 max-md:first:font-medium max-md:first:has-[[data-long]]:flex-col max-md:first:has-[[data-long]]:gap-0 max-md:[[data-choice]+&]:col-span-2 max-md:[[data-choice]+&]:flex-row max-md:[[data-choice]+&]:items-baseline max-md:[[data-choice]+&]:gap-2",
        place?.className,
      )}
    >
      {(!place || place.isLabelled) && (
        <span
          aria-hidden="true"
          className={classNames("text-ink-3 md:hidden", !place && "font-normal text-xs")}
        >
          {label}
        </span>
      )}
      <span className={classNames("min-w-0", !place && "max-md:max-w-full max-md:[overflow-wrap:anywhere]")}>
        {children}
      </span>
    </td>
  );
}
