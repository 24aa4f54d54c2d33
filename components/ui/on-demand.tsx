"use client";

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from "react";

interface OnDemandProps {
  /** The button as it looks before and after; here it only waits to be pressed. */
  trigger: ReactElement<ComponentProps<"button">>;
  popup: "menu" | "dialog";
  /** Fetches the code ahead, when a press is near. */
  load(): unknown;
  /** The lazy component, open from the start, with the same button as its trigger. */
  children: ReactNode;
}

/** What floats comes to the browser when somebody reaches for it: most visits never do. */
export function OnDemand({ trigger, popup, load, children }: OnDemandProps) {
  const [isWanted, setWanted] = useState(false);
  const waiting = cloneElement(trigger, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onClick: () => setWanted(true),
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
  });
  return isWanted ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}
