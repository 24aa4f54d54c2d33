import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** What is known and not typed here: names and values in columns that wrap. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <Panel>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-x-6 gap-y-4 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex min-w-0 flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
