"use client";

import { useId } from "react";
import { useEditing } from "@/components/edit-form/edit-form";
import { Checkbox } from "@/components/ui/checkbox";

interface PlanProtocolsProps {
  label: string;
  error: string;
  /** What can be chosen, by the name of its field. */
  options: readonly { name: string; label: string; checked: boolean }[];
}

/** The protocols a plan offers; one at least is needed, which is said for all of them. */
export function PlanProtocols({ label, error, options }: PlanProtocolsProps) {
  const { outcome } = useEditing();
  const id = useId();
  const isWrong = outcome.invalid.has("protocols");
  return (
    <fieldset aria-describedby={isWrong ? id : undefined} className="flex min-w-0 flex-col sm:col-span-2">
      <legend className="font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ name, label: word, checked }) => (
          <Checkbox key={name} name={name} label={<bdi dir="ltr">{word}</bdi>} defaultChecked={checked} />
        ))}
      </div>
      {isWrong && (
        <p id={id} className="text-bad text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
