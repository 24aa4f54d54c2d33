const RADIUS = 9;
const LENGTH = 2 * Math.PI * RADIUS;

/** The time left as a thin arc around a jack. Purely visual: the words stand beside it. */
export function CountdownArc({
  seconds,
  total,
  lit = false,
}: {
  seconds: number;
  total: number;
  lit?: boolean;
}) {
  const share = Math.min(1, Math.max(0, seconds / total));
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 text-accent" fill="none">
      <circle cx="12" cy="12" r={RADIUS} stroke="var(--line)" strokeWidth="2" />
      <circle
        cx="12"
        cy="12"
        r={RADIUS}
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray={`${LENGTH * share} ${LENGTH}`}
        transform="rotate(-90 12 12)"
      />
      <circle
        cx="12"
        cy="12"
        r="3.5"
        stroke="currentColor"
        strokeWidth="1.5"
        fill={lit ? "currentColor" : "none"}
      />
    </svg>
  );
}
