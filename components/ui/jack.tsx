import { classNames } from "./class-names";

interface JackProps {
  /** Filled while its line lives. */
  lit?: boolean;
  className?: string;
}

/** One jack of the board: a ring, filled while its line lives. Takes the colour of its text. */
export function Jack({ lit = false, className }: JackProps) {
  return (
    <span aria-hidden="true" className={classNames("jack size-2.5 shrink-0", lit && "jack-lit", className)} />
  );
}
