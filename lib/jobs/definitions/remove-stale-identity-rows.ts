import { removeStaleIdentityRows } from "@/lib/domain/identity/commands/remove-stale-rows";
import type { JobDefinition } from "../job";

const HOUR_MS = 3_600_000;

/** Throttles, one-time tokens, sessions and sign-in history that ended long ago. */
export const removeStaleIdentity: JobDefinition = {
  name: "remove-stale-identity-rows",
  everyMs: HOUR_MS,
  firstAfterMs: 90_000,
  run: (deps) => removeStaleIdentityRows(deps),
};
