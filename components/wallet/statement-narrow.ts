import type { NarrowPlace } from "@/components/ui/table";
import type { StatementColumn } from "@/lib/table/definitions/statement";

/** A line of the statement on a phone: what and when, for which order and how it stands, then the money, then its steps. */
export const STATEMENT_NARROW = {
  what: { className: "font-medium max-md:col-start-1 max-md:row-start-1 md:font-normal" },
  at: { className: "max-md:col-start-2 max-md:row-start-1 max-md:justify-self-end" },
  reference: { className: "max-md:col-start-1 max-md:row-start-2" },
  status: { className: "max-md:col-start-2 max-md:row-start-2 max-md:justify-self-end max-md:text-ink-2" },
  in: { className: "max-md:col-start-1 max-md:row-start-3", isLabelled: true },
  out: { className: "max-md:col-start-1 max-md:row-start-4", isLabelled: true },
  after: { className: "max-md:col-span-2 max-md:row-start-5", isLabelled: true },
  steps: { className: "max-md:col-span-2 max-md:row-start-6 max-md:[&>span]:grow" },
} as const satisfies Record<StatementColumn, NarrowPlace>;
