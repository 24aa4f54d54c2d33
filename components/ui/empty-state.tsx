import type { ReactNode } from "react";
import { LooseCord } from "./loose-cord";

interface EmptyStateProps {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
}

/** Nothing here: two jacks without a line, a sentence, the next step. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-panel border border-line-strong border-dashed px-6 py-9 text-center">
      <LooseCord className="w-28" />
      <p className="font-medium">{title}</p>
      {text && <p className="max-w-prose text-ink-2 text-sm">{text}</p>}
      {action}
    </div>
  );
}
