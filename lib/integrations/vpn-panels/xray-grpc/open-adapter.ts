import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelResult } from "@/lib/domain/vpn/types";
import { AgentClient } from "../node-agent/agent-client";
import { refusal } from "../panel-error";
import { nodeAddress, notPrivate } from "../private-address";
import { XrayGrpcAdapter } from "./adapter";
import { xrayCredentialsSchema, xrayOptionsSchema } from "./connection";
import { CoreClient } from "./core-client";
import { UnaryCaller } from "./unary-call";

/** An adapter for a core's API at `url`; a refusal when what was set cannot be right. */
export function openXrayGrpc(connection: PanelConnection): PanelResult<{ adapter: VpnPanelAdapter }> {
  const address = nodeAddress(connection.url);
  if (!address) return notPrivate("url");
  const credentials = xrayCredentialsSchema.safeParse(connection.credentials ?? {});
  const options = xrayOptionsSchema.safeParse(connection.options ?? {});
  if (!credentials.success)
    return refusal("validation", "The key or certificates of the node are incomplete.");
  if (!options.success) return refusal("validation", "The settings of the node are incomplete.");
  const client = new CoreClient(new UnaryCaller(address, credentials.data, options.data));
  const { agentUrl, totalMs } = options.data;
  if (!agentUrl) return { ok: true, adapter: new XrayGrpcAdapter(client, options.data, null) };
  const agentAddress = nodeAddress(agentUrl);
  const { agentKey } = credentials.data;
  if (!agentAddress) return notPrivate("agentUrl");
  if (!agentKey) return refusal("validation", "The agent of the node has no key.");
  const agent = new AgentClient(agentAddress.href, agentKey, { timeoutMs: totalMs });
  return { ok: true, adapter: new XrayGrpcAdapter(client, options.data, agent) };
}
