/** Where the tab remembers that it has read itself anew. */
export const RELOADED_KEY = "patchbay-reloaded";

/** A second failure within this time is no older tab: the script is gone for another reason. */
const PATIENCE_MS = 60_000;

/** Whether a script of this page could not be fetched: after an update an older tab asks for files that are gone. */
export function isMissingScript(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}

/** Whether reading the page anew may help; `last` is what was remembered when it was last done, `now` in milliseconds. */
export function mayReadAnew(last: string | null, now: number): boolean {
  if (last === null) return true;
  const at = Number(last);
  // A clock that was set back must not forbid it for ever, and what is no time is no proof.
  return Number.isFinite(at) && (at > now || now - at > PATIENCE_MS);
}
