import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "./panel";

/** A list of troubles that is empty: good news, in one quiet line. */
export function AllWell({ children }: { children: ReactNode }) {
  return (
    <Panel padding="slim" className="flex items-center gap-2 text-ink-2">
      <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-ok" />
      <p className="min-w-0">{children}</p>
    </Panel>
  );
}
