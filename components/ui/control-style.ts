const look =
  "min-h-11 w-full rounded-control border border-line-strong bg-surface text-base text-ink placeholder:text-ink-3 aria-[invalid=true]:border-bad disabled:opacity-55 [&[readonly]]:bg-sunken [&[readonly]]:text-ink-2 md:min-h-9 md:text-sm";

/** The one look of what can be filled in. */
export const controlStyle = `${look} px-3`;

/** The same where there is little room. */
export const slimControlStyle = `${look} min-w-0 px-2`;
