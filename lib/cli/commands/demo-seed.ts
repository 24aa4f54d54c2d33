import type { Deps } from "@/lib/deps";
import { seedDemo } from "@/prisma/seed/demo";
import type { CommandOutcome } from "../output";
import { requireDemo } from "./demo-only";

export async function demoSeedCommand(deps: Deps): Promise<CommandOutcome> {
  requireDemo(deps);
  const seeded = await seedDemo(deps);
  return {
    lines: [seeded.created ? "Demo data is in place." : "Demo data was there already."],
    json: seeded,
  };
}
