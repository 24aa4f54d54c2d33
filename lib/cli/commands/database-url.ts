import type { Deps } from "@/lib/deps";
import type { CommandOutcome } from "../output";

export async function databaseUrlCommand(deps: Deps): Promise<CommandOutcome> {
  return { lines: [deps.env.databaseUrl], json: { url: deps.env.databaseUrl } };
}
