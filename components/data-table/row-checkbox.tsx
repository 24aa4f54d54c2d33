interface RowCheckboxProps {
  formId: string;
  value: string;
  label: string;
}

/** Chooses a row; it belongs to the bulk bar's form, wherever it stands. */
export function RowCheckbox({ formId, value, label }: RowCheckboxProps) {
  return (
    <label className="inline-flex size-9 items-center justify-center">
      <span className="sr-only">{label}</span>
      <input type="checkbox" name="ids" value={value} form={formId} className="size-4 accent-accent" />
    </label>
  );
}
