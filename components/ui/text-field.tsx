import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { controlStyle } from "./control-style";
import { Field } from "./field";

interface TextFieldProps extends ComponentProps<"input"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          {...rest}
          className={classNames(controlStyle, className)}
        />
      )}
    </Field>
  );
}
