import { readFileSync } from "node:fs";
import { z } from "zod";

const amount = z.string().regex(/^\d+$/);
const stateShape = z.object({
  peers: z.record(
    z.string(),
    z.object({ publicKey: z.string().optional(), received: amount, sent: amount }).loose(),
  ),
});

export type AgentPeers = z.infer<typeof stateShape>["peers"];

/** What the agent keeps of its peers by name: `scripts/node-agent.mjs` writes it at its first change. */
export function readAgentPeers(path: string): AgentPeers {
  try {
    return stateShape.parse(JSON.parse(readFileSync(path, "utf8"))).peers;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}
