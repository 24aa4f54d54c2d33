import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Written this long after the first change. */
const WAIT_MS = 250;

/** Another number when the shape of what is kept changes: older files are then forgotten. */
const VERSION = 1;

export interface StateFile<T> {
  /** What an earlier run kept; null where there is none that we understand. */
  load(): T | null;
  /** Something changed. */
  touch(): void;
  /** Writes what is left. */
  close(): void;
}

/** Remembers a simulator's state over a restart, so that yesterday's demo payments can be refunded today. */
export function openStateFile<T extends object>(path: string | undefined, snapshot: () => T): StateFile<T> {
  let timer: NodeJS.Timeout | null = null;
  function write(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!path) return;
    writeFileSync(`${path}.new`, JSON.stringify({ version: VERSION, state: snapshot() }), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return {
    load() {
      if (!path) return null;
      try {
        const kept = JSON.parse(readFileSync(path, "utf8")) as { version: number; state: T };
        return kept.version === VERSION ? kept.state : null;
      } catch (error) {
        // A file that is torn or not there: begin anew.
        rmSync(`${path}.new`, { force: true });
        if (error instanceof SyntaxError) rmSync(path, { force: true });
        return null;
      }
    },
    touch() {
      if (path) timer ??= setTimeout(write, WAIT_MS);
    },
    close() {
      if (timer) write();
    },
  };
}
