/** Says that something was done. The region is there from the start, so that it is spoken. */
export function DoneLine({ children }: { children: string | null }) {
  return (
    <p role="status" className="text-ok text-sm empty:hidden">
      {children}
    </p>
  );
}
