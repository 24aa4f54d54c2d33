import type { ReactNode } from "react";
import { Island } from "./island";
import { PageSkeleton } from "./page-skeleton";

/** What stands below a page's own header, where it is read and fails on its own. */
export function PageIsland({ children }: { children: ReactNode }) {
  return <Island skeleton={<PageSkeleton hasHeader={false} />}>{children}</Island>;
}
