import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { rowByKey, rowByLetters } from "./roving-rows";

/** Letters typed within this time belong together. */
const TYPING_MS = 700;

const isPlain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey;

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-row]")];
}

/** Goes into a row: to the same kind of control as before where it can take the focus, else to another. */
function enterRow(row: HTMLElement | undefined, kind?: string): void {
  if (!row) return;
  const controls = [...row.querySelectorAll<HTMLElement>("[data-control]")];
  const same = controls.find((control) => control.dataset.control === kind);
  for (const control of same ? [same, ...controls] : controls) {
    control.focus();
    if (document.activeElement === control) return;
  }
}

/**
 * A long list as one stop of the Tab key: only the controls of the current row can be tabbed to, and the arrows, Home, End
 * and (where asked for) letters lead from row to row. Rows carry `data-row` (their key) and `data-name`, what can be
 * focused in them `data-control`.
 */
export function useRovingRows<List extends HTMLElement>({ hasLetters }: { hasLetters: boolean }) {
  const list = useRef<List>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const typed = useRef({ text: "", at: 0 });

  function byLetters(event: KeyboardEvent, rows: HTMLElement[], from: number): number {
    if (!hasLetters || !isPlain(event) || !/^[\p{L}\p{N}]$/u.test(event.key)) return -1;
    const isMore = event.timeStamp - typed.current.at < TYPING_MS;
    typed.current = { text: (isMore ? typed.current.text : "") + event.key, at: event.timeStamp };
    // The page's single keys would hear it too.
    event.stopPropagation();
    const names = rows.map((row) => row.dataset.name ?? "");
    return rowByLetters(names, from, typed.current.text);
  }

  return {
    list,
    /** The row that Tab stops at: where the focus was last, or else the given one, or the first. */
    stopOf(keys: readonly string[], otherwise?: string | null): string | undefined {
      return [current, otherwise].find((key) => key && keys.includes(key)) ?? keys[0];
    },
    /** From elsewhere into the first row or a named one, to its control of that kind where it has one. */
    enter(key?: string, kind?: string): void {
      if (!list.current) return;
      const rows = rowsOf(list.current);
      enterRow(key ? rows.find((row) => row.dataset.row === key) : rows[0], kind);
    },
    handlers: {
      onFocus(event: FocusEvent<HTMLElement>): void {
        const key = event.target.closest<HTMLElement>("[data-row]")?.dataset.row;
        if (key) setCurrent(key);
      },
      onKeyDown(event: KeyboardEvent<HTMLElement>): void {
        const rows = rowsOf(event.currentTarget);
        const target = event.target as HTMLElement;
        const from = rows.findIndex((row) => row.contains(target));
        if (from < 0) return;
        const to =
          (isPlain(event) ? rowByKey(event.key, from, rows.length) : null) ?? byLetters(event, rows, from);
        if (to < 0) return;
        event.preventDefault();
        enterRow(rows[to], target.dataset.control);
      },
    },
  };
}
