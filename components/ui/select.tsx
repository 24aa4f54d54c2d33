import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { controlStyle } from "./control-style";
import { Field } from "./field";

interface SelectProps extends ComponentProps<"select"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly (Option | OptionGroup)[];
}

interface Option {
  value: string;
  label: string;
}

interface OptionGroup {
  label: string;
  options: readonly Option[];
}

function Choice({ value, label }: Option) {
  return <option value={value}>{label}</option>;
}

/** The platform's own list, right on every device and for every reader; only its arrow is ours, at the end in both directions. */
export function Select({ label, hint, error, options, className = "w-full", ...rest }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <span className={classNames("relative block", className)}>
          <select
            id={id}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            {...rest}
            className={classNames(controlStyle, "appearance-none truncate pe-8")}
          >
            {options.map((option) =>
              "options" in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map((inner) => (
                    <Choice key={inner.value} {...inner} />
                  ))}
                </optgroup>
              ) : (
                <Choice key={option.value} {...option} />
              ),
            )}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-ink-2"
          />
        </span>
      )}
    </Field>
  );
}
