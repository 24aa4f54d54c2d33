"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a line at its lower edge while the page that it leads to is on its way. Quick answers never show it. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span aria-hidden="true" className="skeleton absolute inset-x-2 bottom-0 h-0.5 rounded-full bg-accent" />
  );
}
