import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Context, Hono } from "hono";
import { createAgent } from "@/scripts/node-agent.mjs";
import { PanelFaults } from "../faults";
import type { ShownAccount, SimulatedPanel } from "../panel";
import { trouble } from "../trouble";
import { readAgentPeers } from "./agent-state";
import { MemoryWireguard } from "./memory-wireguard";

const PREFIX = /^\/panels\/[a-z0-9-]+/;

/**
 * A WireGuard node: the agent that runs beside a real one (`scripts/node-agent.mjs`), over an interface in memory. It knows
 * no limits and no ends, as the real one; the shop takes people out.
 */
export class WireguardNode implements SimulatedPanel {
  readonly slug = "wireguard";
  readonly title = "WireGuard";
  readonly basePath = "";
  readonly versions = ["agent 1"];
  readonly version = "agent 1";
  readonly credentials = { key: "simulated-key-of-the-wireguard-agent" };
  readonly tags = ["wg0"];
  readonly faults = new PanelFaults();
  readonly wireguard = new MemoryWireguard();
  private readonly statePath = join(mkdtempSync(join(tmpdir(), "patchbay-wireguard-")), "state.json");
  private agent = this.startAgent();

  private startAgent() {
    const { statePath, wireguard } = this;
    return createAgent({ key: this.credentials.key, name: "wg0", statePath, wg: wireguard.run });
  }

  private peerOf(username: string) {
    const { publicKey } = readAgentPeers(this.statePath)[username] ?? {};
    return publicKey === undefined ? undefined : this.wireguard.peers.get(publicKey);
  }

  accounts(): ShownAccount[] {
    return Object.entries(readAgentPeers(this.statePath)).map(([username, { publicKey, received, sent }]) => {
      // What the agent has not looked at yet is on the interface alone.
      const seen = publicKey === undefined ? undefined : this.wireguard.peers.get(publicKey);
      const counted = Number(received) + Number(sent);
      return {
        username,
        isActive: seen !== undefined,
        usedBytes: Math.max(counted, seen ? Number(seen.received + seen.sent) : 0),
        limitBytes: null,
        expiresAt: null,
      };
    });
  }

  /** Whoever holds this public key. */
  letsIn(publicKey: string): boolean {
    return this.wireguard.peers.has(publicKey);
  }

  addTraffic(username: string, uploadBytes: number, downloadBytes: number): boolean {
    const peer = this.peerOf(username);
    if (!peer) return false;
    peer.received += BigInt(uploadBytes);
    peer.sent += BigInt(downloadBytes);
    return true;
  }

  /** Somebody takes the peer off the interface by hand: the agent puts it back when it next looks. */
  deleteAccount(username: string): boolean {
    const { publicKey } = readAgentPeers(this.statePath)[username] ?? {};
    return publicKey !== undefined && this.wireguard.peers.delete(publicKey);
  }

  /** The interface counts from zero again; what the agent has counted by then stays counted. */
  resetTraffic(username: string): boolean {
    const peer = this.peerOf(username);
    if (peer) Object.assign(peer, { received: 0n, sent: 0n });
    return peer !== undefined;
  }

  /** The interface loses its peers; the agent reads its file and puts them back. */
  restart(): void {
    this.wireguard.peers.clear();
    this.agent = this.startAgent();
  }

  reset(): void {
    rmSync(this.statePath, { force: true });
    this.faults.reset();
    this.restart();
  }

  routes(): Hono {
    const app = new Hono();
    const refuseKey = (c: Context) => c.json({ error: "the signature is wrong" }, 401);
    app.use(trouble(this.faults, refuseKey));
    app.all("*", async (c) => {
      const path = new URL(c.req.url).pathname.replace(PREFIX, "");
      const headers = c.req.header();
      const answer = await this.agent.answer({
        method: c.req.method,
        path,
        headers,
        body: await c.req.text(),
      });
      return new Response(answer.body, { status: answer.status, headers: answer.headers });
    });
    return app;
  }

  drops(): boolean {
    return this.faults.takeDrop();
  }
}
