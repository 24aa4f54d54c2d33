"use client";

import { type ChangeEventHandler, useId } from "react";

interface FileFieldProps {
  name: string;
  label: string;
  hint: string;
  accept: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** Chooses a file; what it may be is said beforehand and checked by the server. */
export function FileField({ name, label, hint, accept, onChange }: FileFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        onChange={onChange}
        aria-describedby={`${id}-hint`}
        className="min-h-11 w-full text-sm file:me-3 file:min-h-9 file:rounded-control file:border file:border-line-strong file:border-solid file:bg-surface file:px-3 file:text-ink"
      />
      <p id={`${id}-hint`} className="text-ink-3 text-xs">
        {hint}
      </p>
    </div>
  );
}
