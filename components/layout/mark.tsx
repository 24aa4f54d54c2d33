/** Two jacks joined by one cord that sags; the far one is live. Mirrors with the reading direction. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={`${className} rtl:-scale-x-100`} fill="none">
      <path d="M9 15c1 9 13 9 14 0" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="8" cy="10" r="5" stroke="currentColor" strokeWidth="2" />
      <circle cx="24" cy="10" r="5" fill="var(--accent)" stroke="var(--accent)" strokeWidth="2" />
    </svg>
  );
}
