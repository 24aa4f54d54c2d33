import type { Deps } from "@/lib/deps";
import { CommandError } from "../output";

/** Demo commands never touch a shop with real customers. */
export function requireDemo(deps: Deps): void {
  if (deps.mode !== "demo") {
    throw new CommandError("This command exists only in demo mode; PATCHBAY_MODE is production here.");
  }
}
