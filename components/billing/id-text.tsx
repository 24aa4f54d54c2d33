import { Ltr } from "@/components/ui/ltr";

/** An id, address, hash or stable word; a dash where there is none. A long one asks its list for more room. */
export function IdText({ children }: { children: string | number | null }) {
  return children === null || children === "" ? (
    "–"
  ) : (
    <Ltr data-long={String(children).length > 20 || undefined} className="break-all font-mono text-xs">
      {children}
    </Ltr>
  );
}
