import { type ComponentProps, type ReactNode, useId } from "react";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** A box with its words; the whole line can be pressed. */
export function Checkbox({ label, hint, error, ...rest }: CheckboxProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-center gap-3 text-sm md:min-h-9">
        <input
          id={id}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          {...rest}
          type="checkbox"
          className="size-4 shrink-0 accent-accent"
        />
        <span className="font-medium">{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="-mt-1.5 ps-7 text-ink-3 text-xs">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="ps-7 text-bad text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
