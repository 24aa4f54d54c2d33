/** One jack of the board: a ring, filled while its line lives. */
export function Jack({ lit = false }: { lit?: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="size-2.5 shrink-0">
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {lit && <circle cx="6" cy="6" r="2.25" fill="currentColor" />}
    </svg>
  );
}
