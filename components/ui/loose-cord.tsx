import { classNames } from "./class-names";

/** Two jacks that are not connected: a cord leaves the one and hangs. Drawn where there is nothing, or no way on. */
export function LooseCord({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 200 80"
      className={classNames("text-ink-3 rtl:-scale-x-100", className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    >
      <circle cx="20" cy="18" r="13" />
      <circle cx="180" cy="18" r="13" />
      <path d="M20 31C20 68 62 80 104 62" />
      <circle cx="109" cy="59.5" r="5" />
    </svg>
  );
}
