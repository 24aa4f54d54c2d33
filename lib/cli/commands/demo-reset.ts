import { createInterface } from "node:readline/promises";
import { recreateDatabase } from "@/lib/db/recreate";
import type { Deps } from "@/lib/deps";
import { seedDemo } from "@/prisma/seed/demo";
import { CommandError, type CommandOutcome } from "../output";
import { requireDemo } from "./demo-only";

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(
    'Everything in the demo database will be lost. Type "reset" to go on: ',
  );
  prompt.close();
  return answer.trim() === "reset";
}

export async function demoResetCommand(
  deps: Deps,
  _args: string[],
  options: Record<string, string | boolean | undefined>,
): Promise<CommandOutcome> {
  requireDemo(deps);
  if (options.yes !== true && !(await confirmed())) {
    throw new CommandError("Nothing was done. Add --yes to reset without being asked.");
  }
  // Append-only tables cannot be emptied, so the whole database goes.
  await recreateDatabase(deps.env.databaseUrl);
  await seedDemo(deps);
  return { lines: ["The demo starts anew."], json: { reset: true } };
}
