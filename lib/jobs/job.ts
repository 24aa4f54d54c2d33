import type { Channel } from "@/lib/db/notifications";
import type { Deps } from "@/lib/deps";

/** A piece of work that comes back. The rows hold every deadline; a job is only the alarm that looks at them. */
export interface JobDefinition {
  name: string;
  /** How long after one run ended the next begins. */
  everyMs: number;
  /** How long after the start the first round begins, give or take a quarter; at once where it is left out. */
  firstAfterMs?: number;
  /** What the database tells begins a round at once; `everyMs` then only catches what nobody told. */
  wokenBy?: Channel;
  /** Does one round. Returns how much it did, for the metrics. */
  run(deps: Deps, signal: AbortSignal): Promise<number>;
}
