import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

/** One thing to do, in the middle of the page. */
export function AuthPanel({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Panel padding="wide" className="mx-auto flex w-full max-w-md flex-col gap-5">
      <header className="flex flex-col gap-1">
        <h1 className="font-semibold text-[28px] leading-9 tracking-tight">{title}</h1>
        {lead && <p className="text-ink-2">{lead}</p>}
      </header>
      {children}
    </Panel>
  );
}
