import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { openXrayGrpc } from "@/lib/integrations/vpn-panels/xray-grpc/open-adapter";
import type { Flavour } from "@/lib/simulators/panels/xray-grpc/core";
import { CoreServer } from "@/lib/simulators/panels/xray-grpc/serve";
import { createAgent, listenerOf } from "@/scripts/node-agent.mjs";
import { panelContract } from "./contract";
import { newAccount, type PanelWorld } from "./contract-world";

const TCP = { kind: "tcp" } as const;
const TLS = { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] } as const;
const INBOUNDS: InboundTemplate[] = [
  {
    protocol: "VLESS",
    tag: "vless",
    port: 443,
    transport: TCP,
    security: TLS,
    encryption: "none",
    flow: "xtls-rprx-vision",
  },
  { protocol: "VMESS", tag: "vmess «ws»", port: 8443, transport: TCP, security: TLS },
  { protocol: "TROJAN", tag: "trojan", port: 8444, transport: TCP, security: TLS },
];
const AGENT_KEY = "the key of the agent beside the core";
const TOKEN = "token-of-the-proxy-before-the-core";

function open(connection: Partial<PanelConnection> & { url: string }): VpnPanelAdapter {
  const opened = openXrayGrpc({
    kind: "XRAY",
    credentials: { token: TOKEN },
    options: { inboundTags: INBOUNDS.map(({ tag }) => tag), connectMs: 1_200, totalMs: 1_200 },
    ...connection,
  });
  if (!opened.ok) throw new Error(opened.error.text);
  return opened.adapter;
}

async function openCore(flavour: Flavour): Promise<PanelWorld> {
  const server = new CoreServer({ tags: INBOUNDS.map(({ tag }) => tag), token: TOKEN });
  const { core } = server;
  core.flavour = flavour;
  await server.start();
  const { url } = server;
  const secretOf = (account: PanelAccount, inbound: InboundTemplate) =>
    inbound.protocol === "TROJAN" ? account.credential.password : account.credential.uuid;
  return {
    adapter: open({ url }),
    strangerAdapter: open({ url, credentials: { token: "another-token-altogether" } }),
    inbounds: INBOUNDS,
    version: flavour === "xray" ? "Xray" : "V2Ray",
    lists: flavour === "xray",
    secrets: [TOKEN],
    letsIn: (account) =>
      INBOUNDS.every(
        (inbound) => core.secretOf(inbound.tag, account.username) === secretOf(account, inbound),
      ),
    addTraffic: (username, up, down) => core.count(username, up, down),
    addStranger: async (account) => {
      await open({ url }).ensureAccount(newAccount(INBOUNDS, { username: account.username }));
    },
    forget: (username) => core.forget(username),
    restart: () => core.restart(),
    down: () => server.stop(),
    up: () => server.start(),
    slow: () => {
      server.trouble = "stall";
    },
    otherVersion: () => {
      core.flavour = "next.core";
    },
    errorInside: () => {
      server.trouble = "inside";
    },
    garbage: () => {
      server.trouble = "garbage";
    },
    throttle: null,
    heal: () => {
      server.trouble = "none";
      core.flavour = flavour;
    },
    close: () => server.stop(),
  };
}

test("inbounds that nobody named are found, and a person leaves those that they may no longer use", async () => {
  const server = new CoreServer({ tags: INBOUNDS.map(({ tag }) => tag) });
  await server.start();
  onTestFinished(() => server.stop());
  const unnamed = () => open({ url: server.url, options: { connectMs: 1_200, totalMs: 1_200 } });
  const account = newAccount(INBOUNDS);
  expect(await unnamed().ensureAccount(account)).toMatchObject({ ok: true });
  expect(await unnamed().ensureAccount({ ...account, inbounds: INBOUNDS.slice(0, 1) })).toMatchObject({
    ok: true,
  });
  expect(INBOUNDS.map(({ tag }) => server.core.secretOf(tag, account.username) !== null)).toEqual([
    true,
    false,
    false,
  ]);
  expect(await unnamed().listAccounts()).toMatchObject({ accounts: [{ username: account.username }] });
  expect(await unnamed().removeAccount({ ...account, inbounds: [] })).toMatchObject({ ok: true });
  expect(await unnamed().listAccounts()).toMatchObject({ accounts: [] });
});

test("the agent beside the core ends what a person has open, by their addresses", async () => {
  const server = new CoreServer({ tags: INBOUNDS.map(({ tag }) => tag) });
  await server.start();
  const cut: string[] = [];
  const agent = createAgent({
    key: AGENT_KEY,
    cutPorts: [443, 8443],
    cut: async (address, ports) => {
      cut.push(`${address} ${ports}`);
      return 2;
    },
  });
  const beside = createServer(listenerOf(agent));
  await new Promise<void>((resolve) => beside.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    await server.stop();
    beside.closeAllConnections();
    await new Promise((resolve) => beside.close(resolve));
  });
  const agentUrl = `http://127.0.0.1:${(beside.address() as AddressInfo).port}`;
  const withAgent = (agentKey: string) =>
    open({
      url: server.url,
      credentials: { agentKey },
      options: { agentUrl, connectMs: 1_200, totalMs: 1_200 },
    });
  const account = newAccount(INBOUNDS);
  expect(await withAgent(AGENT_KEY).cutConnections(account)).toEqual({ ok: true, cut: 0 });
  server.core.addresses.set(account.username, ["203.0.113.7", "2001:db8::7"]);
  expect(await withAgent(AGENT_KEY).cutConnections(account)).toEqual({ ok: true, cut: 4 });
  expect(cut).toEqual(["203.0.113.7 443,8443", "2001:db8::7 443,8443"]);
  const stranger = await withAgent(AGENT_KEY.toUpperCase()).cutConnections(account);
  expect(stranger).toMatchObject({ ok: false, error: { kind: "auth" } });
  server.core.flavour = "v2ray.core";
  expect(await withAgent(AGENT_KEY).cutConnections(account)).toEqual({ ok: true, cut: null });
  expect(cut).toHaveLength(2);
});

test("an address in the open without encryption is refused", () => {
  const refused = openXrayGrpc({
    kind: "XRAY",
    url: "http://de1.example.com:10085",
    credentials: {},
    options: {},
  });
  expect(refused).toMatchObject({ ok: false, error: { kind: "validation" } });
});

panelContract("Xray by gRPC", () => openCore("xray"));
panelContract("V2Ray by gRPC", () => openCore("v2ray.core"));
