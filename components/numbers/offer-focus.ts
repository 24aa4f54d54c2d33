import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { RentOffer } from "./rent-offer";
import { useRovingRows } from "./use-roving-rows";

/** How a choice in the other pane was made. */
export type ChosenBy = "keyboard" | "pointer";

/** A choice whose rows are on their way. */
export interface AwaitedRows {
  how: ChosenBy;
  /** The chosen service or country. */
  key: string;
}

/** One pane at a time: the other one is hidden. */
function isStacked(): boolean {
  return window.matchMedia("(width < 64rem)").matches;
}

interface OfferFocus {
  rows: readonly RentOffer[];
  areShortcutsOn: boolean;
  /** Whose rows these are; null before anything was chosen. */
  picked: string | null;
  /** What was just chosen in the other pane: the focus goes on from there, once. */
  takesFocus: RefObject<AwaitedRows | null>;
}

/** Where the focus goes in the list: to the first free row after a choice by keyboard, with the arrows from row to row. */
export function useOfferFocus({ rows, areShortcutsOn, picked, takesFocus }: OfferFocus) {
  const heading = useRef<HTMLHeadingElement>(null);
  // "r" rents: where single keys act, letters must not lead to a row.
  const roving = useRovingRows<HTMLUListElement>({ hasLetters: !areShortcutsOn });

  useEffect(() => {
    const awaited = takesFocus.current;
    // The rows of before may be drawn again, by live news, while the chosen ones are still read.
    if (!awaited || awaited.key !== picked) return;
    takesFocus.current = null;
    const title = heading.current;
    if (title && title.getBoundingClientRect().top < 0) title.scrollIntoView();
    const free = rows.find((offer) => offer.stock > 0);
    // In a hand the rows have no buttons and the pane that was pressed is gone.
    if (isStacked()) title?.focus({ preventScroll: true });
    if (awaited.how === "keyboard" && free) roving.enter(free.offerId, "rent");
  });

  useEffect(() => {
    if (!areShortcutsOn) return;
    // Pressed where nothing is chosen yet: shows what a second "r" would rent.
    const goToFirst = (event: globalThis.KeyboardEvent) => {
      const isPlain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || event.key !== "r" || document.activeElement !== document.body) return;
      const free = rows.find((offer) => offer.stock > 0);
      if (free) roving.enter(free.offerId, "rent");
    };
    document.addEventListener("keydown", goToFirst);
    return () => document.removeEventListener("keydown", goToFirst);
  });

  return {
    ...roving,
    heading,
    /** Goes to a row; in a hand, where rows have no buttons, it is chosen. */
    goTo(offerId: string): void {
      roving.enter(offerId, "rent");
      const { activeElement } = document;
      if (activeElement instanceof HTMLAnchorElement) activeElement.click();
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>): void {
      roving.handlers.onKeyDown(event);
      if (event.defaultPrevented || !areShortcutsOn || event.key !== "r") return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const row = (event.target as HTMLElement).closest("[data-row]");
      row?.querySelector<HTMLElement>("[data-control=rent]")?.click();
    },
  };
}
