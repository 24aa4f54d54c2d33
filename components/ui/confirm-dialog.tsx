"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { Button } from "./button";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** The consequence, with the amount. */
  description: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  pending?: boolean;
  danger?: boolean;
  onConfirm(): void;
  children?: ReactNode;
}

/** Asked before what cannot be undone. The focus goes back to where it came from. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Popup className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-md flex-col gap-4 rounded-panel border border-line bg-surface p-5 shadow-xl sm:top-1/3 sm:bottom-auto">
          <AlertDialog.Title className="font-medium text-base">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="text-ink-2">{props.description}</AlertDialog.Description>
          {props.children}
          <div className="flex flex-wrap justify-end gap-2">
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
