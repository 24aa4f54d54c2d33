import { type ReactNode, Suspense } from "react";
import { IslandBoundary } from "./island-boundary";
import { Placeholder } from "./placeholder";

interface IslandProps {
  /** The final geometry; it is seen only when reading takes longer than a blink. */
  skeleton: ReactNode;
  children: ReactNode;
}

/** A part of a page that is read and that fails on its own: the rest of the page stands. */
export function Island({ skeleton, children }: IslandProps) {
  return (
    <IslandBoundary>
      <Suspense fallback={<Placeholder>{skeleton}</Placeholder>}>{children}</Suspense>
    </IslandBoundary>
  );
}
