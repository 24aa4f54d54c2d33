import { classNames } from "./class-names";

interface JackProps {
  /** Filled while its line lives. */
  lit?: boolean;
  className?: string;
}

/** One jack of the board: a ring, filled while its line lives. Takes the colour of its text. */
export function Jack({ lit = false, className }: JackProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 12 12"
      fill="none"
      className={classNames("size-2.5 shrink-0", className)}
    >
      <circle cx="6" cy="6" r="4.75" stroke="currentColor" strokeWidth="1.5" />
      {lit && <circle cx="6" cy="6" r="2.25" fill="currentColor" />}
    </svg>
  );
}
