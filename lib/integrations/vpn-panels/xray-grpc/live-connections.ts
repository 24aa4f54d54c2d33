import { z } from "zod";
import type { PanelResult } from "@/lib/domain/vpn/types";
import type { AgentClient } from "../node-agent/agent-client";
import { answering } from "../panel-http/panel-fault";
import type { CoreClient } from "./core-client";
import { addressesOf, byTag } from "./core-messages";

const cutShape = z.object({ cut: z.number().int().min(0) });
const NOT_ONLINE = /not found/i;

/**
 * Ends what a person has open: the core knows from which addresses they came lately, the agent beside it ends those
 * connections. People behind the same address are cut too, and come back at once. Null where the core keeps no addresses.
 */
export async function cutLive(
  client: CoreClient,
  agent: AgentClient,
  username: string,
): Promise<PanelResult<{ cut: number | null }>> {
  const online = await client.stats("GetStatsOnlineIpList", byTag(`user>>>${username}>>>online`));
  if (!online.ok) {
    if (NOT_ONLINE.test(online.said)) return { ok: true, cut: 0 };
    return online.error.kind === "validation" ? { ok: true, cut: null } : online;
  }
  return answering([], async () => {
    const addresses = addressesOf(online.payload);
    if (addresses.length === 0) return { cut: 0 };
    return agent.call("POST", "/v1/cut", cutShape, { addresses });
  });
}
