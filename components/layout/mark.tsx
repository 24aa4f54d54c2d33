/** Two jacks joined by one cord that sags; the far one is live. Mirrors with the reading direction. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      className={`${className} shrink-0 rtl:-scale-x-100`}
      fill="none"
    >
      <path d="M8 14.5C8 27.5 24 30.5 24 18" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
      <circle cx="8" cy="9" r="5.25" stroke="currentColor" strokeWidth="2.25" />
      <circle cx="24" cy="12.5" r="6.4" fill="var(--accent)" />
    </svg>
  );
}
