"use client";

import { TriangleAlert } from "lucide-react";
import { useEditing } from "./edit-form";

interface WarningConfirmProps {
  /** By the warning's code. */
  words: Record<string, string>;
  label: string;
  /** Known before anything was sent: a preview warns at once. */
  always?: string[];
}

/** What a price is warned about, and the box that says it is meant. */
export function WarningConfirm({ words, label, always = [] }: WarningConfirmProps) {
  const { outcome } = useEditing();
  const told =
    outcome.refusal?.reason === "price_needs_confirmation" ? outcome.refusal.details?.warnings : "";
  const warnings =
    always.length > 0
      ? always
      : String(told ?? "")
          .split(",")
          .filter(Boolean);
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
        <input type="checkbox" name="confirmed" className="size-4 accent-accent" />
        {label}
      </label>
    </div>
  );
}
