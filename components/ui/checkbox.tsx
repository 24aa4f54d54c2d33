import { type ComponentProps, type ReactNode, useId } from "react";

export function Checkbox({ label, ...rest }: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  const id = useId();
  return (
    <span className="flex min-h-6 items-center gap-2">
      <input id={id} type="checkbox" {...rest} className="size-4.5 accent-[var(--accent-strong)]" />
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
    </span>
  );
}
