import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { UnknownWish } from "@/lib/table/table-state";

interface UnknownWishesProps {
  unknown: readonly UnknownWish[];
  /** What the list calls its filters, by their keys. */
  labels: Readonly<Record<string, { label: string } | undefined>>;
}

/** Says which filters of the address were not understood: a list that ignored them silently would look like an answer. */
export function UnknownWishes({ unknown, labels }: UnknownWishesProps) {
  const t = useTranslations("table");
  if (unknown.length === 0) return null;
  return (
    <ul
      role="status"
      className="flex flex-col gap-1 rounded-control border border-warn bg-surface p-3 text-sm"
    >
      {unknown.map(({ key, value }) => (
        <li key={key} className="flex items-start gap-2">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {key === "sort"
              ? t.rich("unknownSort", { value: () => <bdi className="font-medium">{value}</bdi> })
              : t.rich("unknownFilter", {
                  name: labels[key]?.label ?? key,
                  value: () => <bdi className="font-medium">{value}</bdi>,
                })}
          </span>
        </li>
      ))}
    </ul>
  );
}
