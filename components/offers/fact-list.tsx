import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Panel } from "@/components/ui/panel";

export interface Fact {
  label: string;
  value: ReactNode;
  /** Takes two columns: ids and keys, which read badly when they are broken. */
  wide?: boolean;
}

/** What is known and not typed here: names and values in columns that wrap. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <Panel>
      <dl className="grid max-sm:grid-cols-2 sm:grid-cols-[repeat(auto-fill,minmax(min(100%,12.5rem),1fr))] gap-x-6 gap-y-4 max-sm:gap-x-2 text-sm">
        {facts.map(({ label, value, wide }) => (
          <div
            key={label}
            className={classNames(
              "flex min-w-0 flex-col gap-0.5 has-[[data-long]]:col-span-2",
              wide && "col-span-2",
            )}
          >
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
