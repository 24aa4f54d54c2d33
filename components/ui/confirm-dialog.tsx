"use client";

import { lazy, Suspense, useState } from "react";
import type { ConfirmDialogProps } from "./alert-dialog";

const Alert = lazy(() => import("./alert-dialog"));

/** Asked before what cannot be undone. Its code comes when it is first asked, and it stays to close gently. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [wasAsked, setWasAsked] = useState(props.open);
  if (props.open && !wasAsked) setWasAsked(true);
  if (!wasAsked) return null;
  return (
    <Suspense>
      <Alert {...props} />
    </Suspense>
  );
}
