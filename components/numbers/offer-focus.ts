import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { RentOffer } from "./rent-offer";

/** How the choice in the other pane was made. */
export type ChosenBy = "keyboard" | "pointer";

/** One pane at a time: the other one is hidden. */
function isStacked(): boolean {
  return window.matchMedia("(width < 64rem)").matches;
}

interface OfferFocus {
  rows: readonly RentOffer[];
  areShortcutsOn: boolean;
  /** What was just chosen in the other pane: the focus goes on from there, once. */
  takesFocus: RefObject<ChosenBy | null>;
}

/** Where the focus goes in the list: to the first free row after a choice by keyboard, with the arrows from row to row. */
export function useOfferFocus({ rows, areShortcutsOn, takesFocus }: OfferFocus) {
  const heading = useRef<HTMLHeadingElement>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());

  useEffect(() => {
    const how = takesFocus.current;
    if (!how) return;
    takesFocus.current = null;
    const title = heading.current;
    if (title && title.getBoundingClientRect().top < 0) title.scrollIntoView();
    const free = rows.find((offer) => offer.stock > 0);
    const button = how === "keyboard" && free ? buttons.current.get(free.offerId) : undefined;
    button?.focus();
    // In a hand the pane that was pressed is gone, and the rows have no buttons.
    if (isStacked() && document.activeElement !== button) title?.focus({ preventScroll: true });
  });

  return {
    heading,
    /** Remembers a row's button while it is on the page. */
    hold(offerId: string, button: HTMLButtonElement | null): void {
      if (button) buttons.current.set(offerId, button);
      else buttons.current.delete(offerId);
    },
    /** Goes to a row; in a hand, where rows have no buttons, it is chosen. */
    goTo(offerId: string): void {
      const button = buttons.current.get(offerId);
      button?.focus();
      if (button && document.activeElement !== button) button.closest("li")?.querySelector("a")?.click();
    },
    onKeyDown(event: KeyboardEvent<HTMLLIElement>, index: number): void {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        const next = rows[(index + step + rows.length) % rows.length];
        if (next) buttons.current.get(next.offerId)?.focus();
      }
      if (areShortcutsOn && event.key === "r" && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const current = rows[index];
        if (current) buttons.current.get(current.offerId)?.click();
      }
    },
  };
}
