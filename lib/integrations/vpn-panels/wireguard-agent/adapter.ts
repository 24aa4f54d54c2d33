import { z } from "zod";
import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type {
  KnownAccount,
  PanelAccount,
  PanelProbeResult,
  PanelResult,
  UsageReport,
} from "@/lib/domain/vpn/types";
import { AgentClient } from "../node-agent/agent-client";
import { readCredentials } from "../panel-http/credentials";
import { answering, panelFault } from "../panel-http/panel-fault";
import { nodeAddress, notPrivate } from "../private-address";

const KNOWN_PROTOCOL = 1;

const credentialsSchema = z.object({
  /** The agent's NODE_AGENT_KEY. */
  key: z.string().min(32),
});
const optionsSchema = z.object({
  timeoutMs: z.number().int().min(50).max(60_000).optional(),
  retryPauseMs: z.number().int().min(1).max(10_000).optional(),
});

const bytes = z.string().regex(/^\d{1,19}$/);
const infoShape = z.object({
  agent: z.literal("patchbay-node"),
  protocol: z.number(),
  publicKey: z.string(),
});
const peersShape = z.object({
  epoch: z.string().min(1).max(100),
  peers: z.array(
    z.object({ name: z.string(), publicKey: z.string().nullable(), received: bytes, sent: bytes }),
  ),
});
const putShape = z.object({ name: z.string() });
const removedShape = z.object({ removed: z.number() });

const pathOf = ({ username }: PanelAccount) => `/v1/peers/${username}`;

/**
 * A WireGuard node of one's own, by its agent. A peer that is taken out is cut at once; the agent counts bytes by name and
 * keeps them over new keys and restarts.
 */
class WireguardAgentAdapter implements VpnPanelAdapter {
  readonly kind = "WIREGUARD";
  readonly capabilities = { cutsConnections: true, forgetsOnRestart: false };

  constructor(
    private readonly client: AgentClient,
    private readonly secrets: readonly string[],
  ) {}

  probe(): Promise<PanelResult<PanelProbeResult>> {
    return answering(this.secrets, async () => {
      const { protocol } = await this.client.call("GET", "/v1/info", infoShape);
      const isKnown = protocol === KNOWN_PROTOCOL;
      const remark = isKnown
        ? ""
        : `The agent speaks protocol ${protocol}; this product knows ${KNOWN_PROTOCOL}.`;
      return { version: `agent ${protocol}`, isKnown, remark };
    });
  }

  ensureAccount(account: PanelAccount): Promise<PanelResult<{ remoteId: string }>> {
    const { wireguard } = account.credential;
    return answering([...this.secrets, wireguard?.presharedKey ?? ""], async () => {
      if (!account.isActive) {
        await this.client.call("DELETE", pathOf(account), removedShape);
        return { remoteId: account.username };
      }
      if (!wireguard) throw panelFault("validation", "The account has no address in the tunnel yet.");
      const { publicKey, presharedKey, addresses } = wireguard;
      const peer = { publicKey, presharedKey, addresses };
      const { name } = await this.client.call("PUT", pathOf(account), putShape, peer);
      return { remoteId: name };
    });
  }

  removeAccount(account: PanelAccount): Promise<PanelResult<object>> {
    return answering(this.secrets, () => this.client.call("DELETE", pathOf(account), removedShape));
  }

  listAccounts(): Promise<PanelResult<{ accounts: KnownAccount[] }>> {
    return answering(this.secrets, async () => {
      const { peers } = await this.client.call("GET", "/v1/peers", peersShape);
      const present = peers.filter(({ publicKey }) => publicKey !== null);
      return { accounts: present.map(({ name }) => ({ username: name, remoteId: name, isActive: true })) };
    });
  }

  readUsage(): Promise<PanelResult<UsageReport>> {
    return answering(this.secrets, async () => {
      const { epoch, peers } = await this.client.call("GET", "/v1/peers", peersShape);
      const readings = peers.map(({ name, received, sent }) => ({
        username: name,
        uploadBytes: BigInt(received),
        downloadBytes: BigInt(sent),
      }));
      return { epoch, readings };
    });
  }

  /** Taking the peer out is the cut: for an active account there is nothing to cut but the account itself. */
  cutConnections(account: PanelAccount): Promise<PanelResult<{ cut: number | null }>> {
    return answering(this.secrets, async () => {
      const { removed } = await this.client.call("DELETE", pathOf(account), removedShape);
      return { cut: removed };
    });
  }
}

/** An adapter for the agent at `url`; a refusal when what was set cannot be right. */
export function openWireguardAgent(connection: PanelConnection): PanelResult<{ adapter: VpnPanelAdapter }> {
  const address = nodeAddress(connection.url);
  if (!address) return notPrivate("url");
  const credentials = readCredentials(credentialsSchema, connection.credentials);
  if (!credentials.ok) return credentials;
  const options = readCredentials(optionsSchema, connection.options ?? {});
  if (!options.ok) return options;
  const { key } = credentials.value;
  const client = new AgentClient(address.href, key, options.value);
  return { ok: true, adapter: new WireguardAgentAdapter(client, [key]) };
}
