import { Ltr } from "@/components/ui/ltr";

/** An id, address, hash or stable word; a dash where there is none. */
export function IdText({ children }: { children: string | number | null }) {
  return children === null || children === "" ? (
    "–"
  ) : (
    <Ltr className="break-all font-mono text-xs">{children}</Ltr>
  );
}
