import { pollUpstreams } from "@/lib/domain/numbers/commands/poll-upstream";
import type { JobDefinition } from "../job";

/** Looks often whether a supplier is due; how often each is asked is its own setting. */
export const pollUpstreamJob: JobDefinition = { name: "poll-upstream", everyMs: 500, run: pollUpstreams };
