import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelResult } from "@/lib/domain/vpn/types";
import { AgentClient } from "../node-agent/agent-client";
import { panelError } from "../panel-error";
import { readCredentials } from "../panel-http/credentials";
import { nodeAddress, notPrivate } from "../private-address";
import { XrayGrpcAdapter } from "./adapter";
import { wrongCertificates } from "./certificates";
import { xrayCredentialsSchema, xrayOptionsSchema } from "./connection";
import { CoreClient } from "./core-client";
import { UnaryCaller } from "./unary-call";

const missing = (fields: string[], text: string) => ({
  ok: false as const,
  error: { ...panelError("validation", text), fields },
});

/** An adapter for a core's API at `url`; a refusal when what was set cannot be right. */
export function openXrayGrpc(connection: PanelConnection): PanelResult<{ adapter: VpnPanelAdapter }> {
  const address = nodeAddress(connection.url);
  if (!address) return notPrivate("url");
  const credentials = readCredentials(xrayCredentialsSchema, connection.credentials ?? {});
  if (!credentials.ok) return credentials;
  const options = readCredentials(xrayOptionsSchema, connection.options ?? {});
  if (!options.ok) return options;
  const wrong = wrongCertificates(credentials.value);
  if (wrong.length > 0) return missing(wrong, "A certificate needs its private key, and both are PEM.");
  const client = new CoreClient(new UnaryCaller(address, credentials.value, options.value));
  const { agentUrl, totalMs } = options.value;
  if (!agentUrl) return { ok: true, adapter: new XrayGrpcAdapter(client, options.value, null) };
  const agentAddress = nodeAddress(agentUrl);
  const { agentKey } = credentials.value;
  if (!agentAddress) return notPrivate("agentUrl");
  if (!agentKey) return missing(["agentKey"], "The agent of the node has no key.");
  const agent = new AgentClient(agentAddress.href, agentKey, { timeoutMs: totalMs });
  return { ok: true, adapter: new XrayGrpcAdapter(client, options.value, agent) };
}
