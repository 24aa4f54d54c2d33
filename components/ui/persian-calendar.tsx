"use client";

import { Popover } from "@base-ui/react/popover";
import { type ReactElement, useRef, useState } from "react";
import { PersianMonth } from "./persian-month";

interface PersianCalendarProps {
  trigger: ReactElement;
  label: string;
  /** "2026-11-21"; empty: none. */
  value: string;
  onPick(iso: string): void;
}

/** A month that opens from its trigger and closes when a day is picked. It was fetched when its trigger was pressed: it opens at once. */
export default function PersianCalendar({ trigger, label, value, onPick }: PersianCalendarProps) {
  const [isOpen, setOpen] = useState(true);
  const chosen = useRef<HTMLButtonElement>(null);
  function pick(iso: string): void {
    onPick(iso);
    setOpen(false);
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} className="z-50 outline-none">
          <Popover.Popup
            initialFocus={chosen}
            aria-label={label}
            className="floating rounded-panel border border-line bg-surface p-3 text-ink outline-none"
            // The lists of the calendar are no part of the form around it.
            onChange={(event) => event.stopPropagation()}
          >
            <PersianMonth
              value={value}
              today={new Date().toISOString().slice(0, 10)}
              onPick={pick}
              focusRef={chosen}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
