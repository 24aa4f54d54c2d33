import type { Db } from "@/lib/db/client";
import type { Cipher } from "./cipher";
import type { Clock } from "./clock";
import type { Ids } from "./ids";
import type { Log } from "./log";

export type Mode = "demo" | "production";

/** What every domain function may use. Modules that need the outside world add their ports (see each ports.ts). */
export interface KernelDeps {
  db: Db;
  clock: Clock;
  ids: Ids;
  cipher: Cipher;
  log: Log;
  mode: Mode;
}
