import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { controlStyle } from "./control-style";
import { Field } from "./field";

interface TextAreaProps extends ComponentProps<"textarea"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

export function TextArea({ label, hint, error, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <textarea
          id={id}
          rows={3}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          {...rest}
          className={classNames(controlStyle, "py-2", className)}
        />
      )}
    </Field>
  );
}
