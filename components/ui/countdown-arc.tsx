const RADIUS = 9.5;
const LENGTH = 2 * Math.PI * RADIUS;

interface CountdownArcProps {
  /** Left. */
  seconds: number;
  total: number;
  /** Something has arrived on the line. */
  lit?: boolean;
}

/**
 * The time left as a thin arc around a jack; it runs like a clock in every language. Purely visual: the words stand
 * beside it.
 */
export function CountdownArc({ seconds, total, lit = false }: CountdownArcProps) {
  const share = Math.min(1, Math.max(0, seconds / total));
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0 text-accent" fill="none">
      <circle cx="12" cy="12" r={RADIUS} stroke="var(--line)" strokeWidth="2" />
      <circle
        className="countdown-arc"
        cx="12"
        cy="12"
        r={RADIUS}
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap={share > 0 ? "round" : "butt"}
        strokeDasharray={LENGTH}
        strokeDashoffset={LENGTH * (1 - share)}
        transform="rotate(-90 12 12)"
      />
      <circle cx="12" cy="12" r="4.5" stroke="currentColor" strokeWidth="1.5" />
      {lit && <circle cx="12" cy="12" r="2.5" fill="currentColor" />}
    </svg>
  );
}
