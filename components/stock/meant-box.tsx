"use client";

import { useEditing } from "@/components/edit-form/edit-form";
import { Checkbox } from "@/components/ui/checkbox";

/** The box of an EditForm that says something is meant; the form is refused without it. */
export function MeantBox({ label, error }: { label: string; error: string }) {
  const { outcome } = useEditing();
  return (
    <Checkbox
      name="isMeant"
      value="yes"
      label={label}
      error={outcome.invalid.has("isMeant") ? error : undefined}
    />
  );
}
