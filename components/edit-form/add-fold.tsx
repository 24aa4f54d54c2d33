import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

/** Where something is added to a list; folded until it is wanted. */
export function AddFold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-control border border-line-strong bg-surface px-3 text-sm hover:bg-sunken pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <Plus aria-hidden="true" className="size-4" />
        {title}
      </summary>
      <Panel className="mt-3 max-w-2xl">{children}</Panel>
    </details>
  );
}
