import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { createRemnawaveAdapter } from "@/lib/integrations/vpn-panels/remnawave/adapter";
import { RemnawavePanel } from "@/lib/simulators/panels/remnawave/panel";
import { panelContract } from "./contract";
import { openSimulated } from "./simulated-panel";
import { accountOf, describeWebPanelRules, fine } from "./web-panel-rules";

const TLS = { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] } as const;
const WS = { kind: "ws", path: "/ws", host: "" } as const;
const INBOUNDS: InboundTemplate[] = [
  {
    protocol: "VLESS",
    tag: "vless",
    port: 443,
    transport: { kind: "tcp" },
    security: TLS,
    encryption: "none",
    flow: "xtls-rprx-vision",
  },
  { protocol: "TROJAN", tag: "trojan", port: 443, transport: WS, security: TLS },
];
const FOREIGN: InboundTemplate = {
  protocol: "SHADOWSOCKS",
  tag: "ss",
  port: 1080,
  method: "2022-blake3-aes-256-gcm",
  serverKey: "",
};

const open = () =>
  openSimulated({
    panel: new RemnawavePanel({ now: Date.now }),
    kind: "REMNAWAVE",
    create: createRemnawaveAdapter,
    inbounds: INBOUNDS,
    missingInbound: FOREIGN,
    secretField: "token",
    unknownVersion: "2.6.1",
  });

panelContract("Remnawave", async () => (await open()).world);
describeWebPanelRules("Remnawave", open, { expiryMs: 0, tellsDirections: false });

describe("Remnawave's own traps", () => {
  let world: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  beforeEach(() => world.reset());
  const account = accountOf(INBOUNDS);

  it("drops who does not come through its proxy", async () => {
    const headers = { authorization: `Bearer ${world.panel.credentials.token}` };
    await expect(fetch(`${world.url}/api/users`, { headers })).rejects.toThrow();
    fine(await world.connect("right").listAccounts());
  });

  it("gives an account the panel's squad, the secrets and the devices", async () => {
    fine(await world.connect("right").ensureAccount(account));
    expect(world.panel.store.find("sub_42")).toMatchObject({
      activeInternalSquads: world.panel.squads,
      vlessUuid: account.credential.uuid,
      trojanPassword: account.credential.password,
      hwidDeviceLimit: 3,
    });
  });

  it("closes an account that is over, though an end in the past is not taken", async () => {
    const adapter = world.connect("right");
    fine(await adapter.ensureAccount(account));
    const over = { ...account, isActive: false, expiresAt: new Date(0), remainingDays: 0 };
    fine(await adapter.ensureAccount(over));
    expect(world.look("sub_42")).toMatchObject({ isActive: false, expiresAt: account.expiresAt.getTime() });
  });

  it("cuts what is open", async () => {
    const adapter = world.connect("right");
    fine(await adapter.ensureAccount(account));
    world.use("sub_42", 1, 1);
    expect(world.panel.store.find("sub_42")?.openConnections).toBe(1);
    fine(await adapter.cutConnections(account));
    expect(world.panel.store.find("sub_42")?.openConnections).toBe(0);
  });

  it("says which nodes are lost", async () => {
    world.panel.isNodeConnected = false;
    expect(fine(await world.connect("right").probe()).remark).toBe("1 of 1 nodes are not connected.");
  });

  it("reads the sum over the lifetime, which a reset in the panel leaves alone", async () => {
    const adapter = world.connect("right");
    fine(await adapter.ensureAccount(account));
    world.use("sub_42", 0, 700);
    world.panel.resetTraffic("sub_42");
    world.use("sub_42", 0, 50);
    expect(fine(await adapter.readUsage()).readings[0]?.downloadBytes).toBe(750n);
  });
});
