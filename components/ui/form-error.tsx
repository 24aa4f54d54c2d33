import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What was refused about the whole form; spoken when it appears. The region is in the page from the start. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert">
      {children && (
        <div className="flex items-start gap-2 rounded-control border border-bad bg-surface px-3 py-2.5 text-bad text-sm">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <div className="min-w-0">{children}</div>
        </div>
      )}
    </div>
  );
}
