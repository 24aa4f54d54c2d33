import type { ReactNode } from "react";

/** What was refused about the whole form; spoken when it appears. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert" className="empty:hidden">
      {children && (
        <div className="rounded-control border border-bad bg-surface px-3 py-2 text-bad text-sm">
          {children}
        </div>
      )}
    </div>
  );
}
