"use client";

import { Drawer } from "@base-ui/react/drawer";
import type { ReactElement, ReactNode } from "react";

interface SheetProps {
  trigger: ReactElement;
  title: ReactNode;
  children: ReactNode;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** A panel from the bottom edge, for thumbs. It can be swiped away; the focus goes back to its trigger. */
export function Sheet({ trigger, title, children, open, onOpenChange }: SheetProps) {
  return (
    <Drawer.Root open={open} onOpenChange={(next) => onOpenChange(next)} swipeDirection="down">
      <Drawer.Trigger render={trigger} />
      <Drawer.Portal>
        <Drawer.Backdrop className="scrim fixed inset-0 z-40" />
        <Drawer.Viewport className="fixed inset-0 z-50 flex items-end">
          <Drawer.Popup className="sheet max-h-[85dvh] w-full overflow-y-auto rounded-t-panel border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] text-ink outline-none">
            <div aria-hidden="true" className="mx-auto mt-2 h-1 w-9 rounded-full bg-line-strong" />
            <Drawer.Content className="flex flex-col gap-4 p-4">
              <Drawer.Title className="font-medium text-base">{title}</Drawer.Title>
              {children}
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
