"use client";

import { useState } from "react";
import { Select } from "@/components/ui/select";

interface SortChoiceProps {
  /** The form of the list's search and filters: the order goes with them, by its button where there are no scripts. */
  form: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

/** The order of a list, where a narrow screen shows no headings to press. */
export function SortChoice({ form, label, value, options }: SortChoiceProps) {
  const [chosen, setChosen] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    // The address changed by a heading, or by going back.
    setGiven(value);
    setChosen(value);
  }
  return (
    <div className="min-w-32 max-sm:flex-1 md:hidden [&_label]:font-normal [&_label]:text-ink-2 [&_label]:text-xs">
      <Select
        form={form}
        name="sort"
        label={label}
        value={chosen}
        options={options}
        onChange={(event) => {
          setChosen(event.target.value);
          event.target.form?.requestSubmit();
        }}
      />
    </div>
  );
}
