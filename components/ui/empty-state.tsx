import type { ReactNode } from "react";

interface EmptyStateProps {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
}

/** Nothing here: two jacks without a cord, a sentence, the next step. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-panel border border-line border-dashed px-6 py-10 text-center">
      <svg aria-hidden="true" viewBox="0 0 72 24" className="h-6 text-ink-3" fill="none" stroke="currentColor" strokeWidth="1.5">
        <circle cx="12" cy="12" r="8" />
        <circle cx="60" cy="12" r="8" />
        <path d="M22 14q14 10 28 0" strokeDasharray="3 4" />
      </svg>
      <p className="font-medium">{title}</p>
      {text && <p className="max-w-prose text-ink-2 text-sm">{text}</p>}
      {action}
    </div>
  );
}
