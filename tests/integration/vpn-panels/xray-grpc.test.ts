import { expect, onTestFinished, test } from "vitest";
import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { openXrayGrpc } from "@/lib/integrations/vpn-panels/xray-grpc/open-adapter";
import type { Flavour } from "@/lib/simulators/panels/xray-grpc/core";
import { CoreServer } from "@/lib/simulators/panels/xray-grpc/serve";
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
const TOKEN = "token-of-the-proxy-before-the-core";

function open(connection: Partial<PanelConnection> & { url: string }): VpnPanelAdapter {
  const opened = openXrayGrpc({
    kind: "XRAY",
    credentials: { token: TOKEN },
    options: { inboundTags: INBOUNDS.map(({ tag }) => tag), connectMs: 500, totalMs: 500 },
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
  const unnamed = () => open({ url: server.url, options: { connectMs: 500, totalMs: 500 } });
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
