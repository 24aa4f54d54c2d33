import { createHash, createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { openWireguardAgent } from "@/lib/integrations/vpn-panels/wireguard-agent/adapter";
import { MemoryWireguard } from "@/lib/simulators/panels/wireguard/memory-wireguard";
import { createAgent, listenerOf } from "@/scripts/node-agent.mjs";
import { panelContract } from "./contract";
import { newAccount, type PanelWorld } from "./contract-world";

const KEY = "a key of the agent that nobody else knows";
const INBOUNDS: InboundTemplate[] = [
  {
    protocol: "WIREGUARD",
    tag: "wg",
    port: 51_820,
    publicKey: "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=",
    network: "10.66.0.0/24",
    dns: ["1.1.1.1"],
    mtu: 1280,
    keepaliveSeconds: 25,
  },
];
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const BODIES = {
  version: { agent: "patchbay-node", protocol: 7, publicKey: "" },
  inside: { error: "wg0: no such device" },
};

function open(url: string, key = KEY): VpnPanelAdapter {
  const opened = openWireguardAgent({
    kind: "WIREGUARD",
    url,
    credentials: { key },
    options: { timeoutMs: 1_200, retryPauseMs: 5 },
  });
  if (!opened.ok) throw new Error(opened.error.text);
  return opened.adapter;
}

/** The agent itself over an interface in memory, and the troubles of a line to it. */
async function openNode(): Promise<PanelWorld & { url: string; statePath: string }> {
  const folder = mkdtempSync(join(tmpdir(), "patchbay-agent-"));
  const statePath = join(folder, "state.json");
  const wireguard = new MemoryWireguard();
  let trouble: "none" | "slow" | "garbage" | keyof typeof BODIES = "none";
  let answerAgent = listenerOf(createAgent({ key: KEY, name: "wg0", statePath, wg: wireguard.run }));

  function listener(request: IncomingMessage, response: ServerResponse) {
    if (trouble === "none") return answerAgent(request, response as never);
    if (trouble === "garbage") return response.writeHead(200).end("<html>welcome to nginx");
    if (trouble === "slow") {
      response.writeHead = () => response;
      response.end = () => response;
      return answerAgent(request, response as never);
    }
    // As an agent says it: signed.
    const body = JSON.stringify(BODIES[trouble]);
    const hash = sha256(body);
    const said = [request.headers["x-agent-nonce"], "200", hash].join("\n");
    const signature = createHmac("sha256", KEY).update(said).digest("hex");
    return response.writeHead(200, { "x-agent-signature": signature }).end(body);
  }

  let server: Server;
  let port = 0;
  async function up() {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  }
  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await up();
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    statePath,
    adapter: open(url),
    strangerAdapter: open(url, "another key, as long as the first one"),
    inbounds: INBOUNDS,
    version: "agent 1",
    lists: true,
    secrets: [KEY],
    letsIn: ({ credential }) => {
      const peer = wireguard.peers.get(credential.wireguard?.publicKey ?? "");
      return (
        peer?.presharedKey === credential.wireguard?.presharedKey &&
        peer?.addresses === credential.wireguard?.addresses.join(",")
      );
    },
    addTraffic: (username, up, down) => {
      const state = JSON.parse(readFileSync(statePath, "utf8"));
      const peer = wireguard.peers.get(state.peers[username].publicKey);
      if (!peer) throw new Error(`${username} is not there`);
      peer.received += up;
      peer.sent += down;
    },
    addStranger: async (account) => {
      await open(url).ensureAccount(account);
    },
    forget: (username) => {
      wireguard.peers.delete(JSON.parse(readFileSync(statePath, "utf8")).peers[username].publicKey);
    },
    restart: async () => {
      // The machine starts again: the interface has lost its peers; the agent puts them back when it is asked next.
      wireguard.peers.clear();
      answerAgent = listenerOf(createAgent({ key: KEY, name: "wg0", statePath, wg: wireguard.run }));
      await open(url).probe();
    },
    down,
    up,
    slow: () => {
      trouble = "slow";
    },
    otherVersion: () => {
      trouble = "version";
    },
    errorInside: () => {
      trouble = "inside";
    },
    garbage: () => {
      trouble = "garbage";
    },
    throttle: null,
    heal: () => {
      trouble = "none";
    },
    close: async () => {
      await down();
      rmSync(folder, { recursive: true });
    },
  };
}

panelContract("WireGuard by its agent", openNode);

describe("the agent's door", () => {
  const at = (path: string, method = "GET", body = "", over: Record<string, string> = {}) => {
    const headers: Record<string, string> = {
      "x-agent-time": String(Math.floor(Date.now() / 1_000)),
      "x-agent-nonce": randomBytes(16).toString("hex"),
      ...over,
    };
    const parts = [method, path, headers["x-agent-time"], headers["x-agent-nonce"], sha256(body)];
    headers["x-agent-signature"] ??= createHmac("sha256", KEY).update(parts.join("\n")).digest("hex");
    return { path, method, body, headers };
  };

  async function openAgent() {
    const folder = mkdtempSync(join(tmpdir(), "patchbay-agent-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const wireguard = new MemoryWireguard();
    const statePath = join(folder, "state.json");
    return {
      wireguard,
      statePath,
      agent: createAgent({ key: KEY, name: "wg0", statePath, wg: wireguard.run }),
    };
  }

  const peer = (over: object = {}) => {
    const { publicKey, presharedKey, addresses } = newAccount(INBOUNDS).credential.wireguard ?? {};
    return JSON.stringify({ publicKey, presharedKey, addresses, ...over });
  };

  test("a request is taken once, in its minute, as it was signed", async () => {
    const { agent } = await openAgent();
    const once = at("/v1/peers/sub_1", "PUT", peer());
    expect((await agent.answer(once)).status).toBe(200);
    expect((await agent.answer(once)).status).toBe(401);
    const changed = { ...at("/v1/peers/sub_1", "PUT", peer()), body: peer() };
    expect((await agent.answer(changed)).status).toBe(401);
    const minuteAgo = String(Math.floor(Date.now() / 1_000) - 61);
    const late = await agent.answer(at("/v1/info", "GET", "", { "x-agent-time": minuteAgo }));
    expect([late.status, late.body]).toEqual([401, expect.stringContaining("clocks")]);
    expect((await agent.answer({ ...at("/v1/info"), headers: {} })).status).toBe(401);
  });

  test("what `wg` should never see is refused", async () => {
    const { agent, wireguard } = await openAgent();
    for (const over of [
      { publicKey: "--help" },
      { addresses: ["0.0.0.0/0"] },
      { presharedKey: "x\n" },
      { addresses: [] },
    ])
      expect((await agent.answer(at("/v1/peers/sub_1", "PUT", peer(over)))).status).toBe(422);
    expect((await agent.answer(at("/v1/peers/..%2Fx", "PUT", peer()))).status).toBe(404);
    expect((await agent.answer(at("/v1/peers/sub_1", "PUT", "{"))).status).toBe(400);
    expect(wireguard.peers.size).toBe(0);
  });

  test("its memory can be read by root alone", async () => {
    const { agent, statePath } = await openAgent();
    await agent.answer(at("/v1/peers/sub_1", "PUT", peer()));
    expect(statSync(statePath).mode & 0o077).toBe(0);
  });
});
