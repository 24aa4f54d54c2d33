import { reconcileBooks } from "@/lib/domain/reconciliation/commands/reconcile-books";
import type { JobDefinition } from "../job";

/** The books of the gateways, our rows and the ledger: compared once a day, and when somebody asks. */
export const RECONCILE_JOBS: JobDefinition[] = [
  {
    name: "reconcile",
    everyMs: 86_400_000,
    firstAfterMs: 60_000,
    run: (deps) => reconcileBooks(deps, { isDue: true }),
  },
  { name: "reconcile-asked", everyMs: 2_000, run: (deps) => reconcileBooks(deps, { isDue: false }) },
];
