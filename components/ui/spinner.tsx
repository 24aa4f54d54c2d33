/** A ring with a gap, turning. Only beside words. */
export function Spinner() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className="spinner size-4"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d="M8 1.5a6.5 6.5 0 1 1-6.5 6.5" strokeLinecap="round" />
    </svg>
  );
}
