/** The one look of what can be filled in. */
export const controlStyle =
  "min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-3 aria-[invalid=true]:border-bad disabled:opacity-55 [&[readonly]]:bg-sunken [&[readonly]]:text-ink-2 md:min-h-9 md:text-sm";
