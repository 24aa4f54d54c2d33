"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** The consequence, with the amount. */
  description: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  pending?: boolean;
  danger?: boolean;
  /** It holds a choice: it begins higher up. */
  isTall?: boolean;
  onConfirm(): void;
  /** Where the focus goes after it; null: back to where it came from. */
  focusAfter?(): HTMLElement | null;
  children?: ReactNode;
}

/** The dialog itself. The focus goes back to where it came from, unless that is gone by then. */
export default function Alert(props: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim fixed inset-0 z-40" />
        <AlertDialog.Popup
          finalFocus={() => props.focusAfter?.() ?? true}
          className={classNames(
            "floating fixed inset-x-4 bottom-4 z-50 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-md flex-col gap-3 overflow-y-auto rounded-panel border border-line bg-surface p-5 text-ink outline-none sm:bottom-auto",
            props.isTall
              ? "sm:top-[6dvh] sm:max-h-[calc(94dvh-1rem)]"
              : "sm:top-[28dvh] sm:max-h-[calc(72dvh-1rem)]",
          )}
        >
          <AlertDialog.Title className="font-medium text-base">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="text-ink-2">{props.description}</AlertDialog.Description>
          {props.children}
          <div className="mt-2 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close render={<Button variant="secondary">{props.cancelLabel}</Button>} />
            <Button
              variant={props.danger ? "danger" : "primary"}
              pending={props.pending}
              onClick={props.onConfirm}
            >
              {props.confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
