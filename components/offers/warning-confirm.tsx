"use client";

import { TriangleAlert } from "lucide-react";
import { useEditing } from "@/components/edit-form/edit-form";

interface WarningConfirmProps {
  /** By the warning's code. */
  words: Record<string, string>;
  label: string;
  /** A preview warns before anything was sent: about what, and what confirms just that. */
  known?: { warnings: readonly string[]; confirm: string };
}

function listed(text: unknown): string[] {
  return typeof text === "string" ? text.split(",").filter(Boolean) : [];
}

/**
 * What a price is warned about, and the box that says it is meant. The box sends what was read; other warnings come with
 * an empty box.
 */
export function WarningConfirm({ words, label, known }: WarningConfirmProps) {
  const { outcome } = useEditing();
  const isAsked = outcome.refusal?.reason === "price_needs_confirmation";
  const told = isAsked ? outcome.refusal?.details : undefined;
  const warnings = known?.warnings ?? listed(told?.warnings);
  const confirm = known?.confirm ?? String(told?.confirm ?? "");
  if (warnings.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 rounded-control border border-warn p-3 text-sm">
      <ul className="flex flex-col gap-1">
        {warnings.map((warning) => (
          <li key={warning} className="flex items-start gap-2">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
            {words[warning] ?? warning}
          </li>
        ))}
      </ul>
      <label className="flex min-h-11 items-center gap-2 font-medium md:min-h-9">
        <input
          key={confirm}
          type="checkbox"
          name="confirmed"
          value={confirm}
          aria-invalid={isAsked || undefined}
          className="size-4 accent-accent"
        />
        {label}
      </label>
    </div>
  );
}
