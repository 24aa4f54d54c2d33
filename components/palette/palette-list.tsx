import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { PaletteEntry } from "./palette-entries";

interface PaletteListProps {
  listId: string;
  entries: PaletteEntry[];
  current: PaletteEntry | undefined;
  onRun(entry: PaletteEntry): void;
  /** The pointer is over this place of the list. */
  onPoint(index: number): void;
}

/** The lines under the search, in groups. The focus stays in the search; the chosen line is told to readers from there. */
export function PaletteList({ listId, entries, current, onRun, onPoint }: PaletteListProps) {
  const t = useTranslations("palette");
  useEffect(() => {
    if (current) document.getElementById(`${listId}-${current.id}`)?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);
  const groups = [...new Set(entries.map(({ group }) => group))];
  return (
    <div id={listId} role="listbox" aria-label={t("title")} className="overflow-y-auto p-1.5 empty:hidden">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
        <div key={group} role="group" aria-label={t(`groups.${group}`)}>
          <p aria-hidden="true" className="px-3 pt-2 pb-1 text-ink-3 text-xs">
            {t(`groups.${group}`)}
          </p>
          {entries.map(
            (entry, index) =>
              entry.group === group && (
                // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names this option
                // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
                <div
                  key={entry.id}
                  id={`${listId}-${entry.id}`}
                  role="option"
                  aria-selected={entry === current}
                  onClick={() => onRun(entry)}
                  onPointerMove={() => onPoint(index)}
                  className="flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-control px-3 text-sm aria-selected:bg-sunken md:min-h-9"
                >
                  <bdi className="truncate">{entry.label}</bdi>
                  {entry.hint && <bdi className="shrink-0 truncate text-ink-3 text-xs">{entry.hint}</bdi>}
                </div>
              ),
          )}
        </div>
      ))}
    </div>
  );
}
