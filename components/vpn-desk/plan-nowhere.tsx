"use client";

import { EditField } from "@/components/edit-form/edit-field";
import { useEditing } from "@/components/edit-form/edit-form";

/** Asked once a plan was refused because it would lead nowhere: whether it is saved all the same. */
export function PlanNowhere({ label, hint }: { label: string; hint: string }) {
  const { outcome } = useEditing();
  if (outcome.refusal?.reason !== "plan_without_server") return null;
  return <EditField kind="check" name="leadsNowhere" label={label} hint={hint} />;
}
