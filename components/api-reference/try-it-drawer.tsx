"use client";

import { useState } from "react";
import { useReference } from "./reference-state";
import { TryIt } from "./try-it";
import type { ShownOperation } from "./types";

/** The form is drawn when somebody opens it: most readers try a few. */
export function TryItDrawer(props: Pick<ShownOperation, "method" | "sample" | "movesMoney">) {
  const { words } = useReference();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-panel border border-line px-4 py-1"
    >
      <summary className="flex min-h-11 cursor-pointer items-center font-medium text-sm md:min-h-9">
        {words.tryIt}
      </summary>
      {isOpen && <TryIt {...props} />}
    </details>
  );
}
