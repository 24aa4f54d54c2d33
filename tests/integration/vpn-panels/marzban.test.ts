import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { createMarzbanAdapter } from "@/lib/integrations/vpn-panels/marzban/adapter";
import { MarzbanPanel } from "@/lib/simulators/panels/marzban/panel";
import { panelContract } from "./contract";
import { openSimulated } from "./simulated-panel";
import { accountOf, describeWebPanelRules, fine, kindOf } from "./web-panel-rules";

const TLS = { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] } as const;
const REALITY = {
  kind: "reality",
  serverName: "example.com",
  fingerprint: "chrome",
  publicKey: "A".repeat(43),
  shortId: "ab",
  spiderPath: "/",
} as const;
const WS = { kind: "ws", path: "/ws", host: "" } as const;

const INBOUNDS: InboundTemplate[] = [
  {
    protocol: "VLESS",
    tag: "VLESS WS TLS",
    port: 443,
    transport: WS,
    security: TLS,
    encryption: "none",
    flow: "",
  },
  {
    protocol: "VLESS",
    tag: "VLESS TCP REALITY",
    port: 8443,
    transport: { kind: "tcp" },
    security: REALITY,
    encryption: "none",
    flow: "xtls-rprx-vision",
  },
  { protocol: "VMESS", tag: "VMESS WS TLS", port: 443, transport: WS, security: TLS },
  { protocol: "TROJAN", tag: "TROJAN TCP TLS", port: 443, transport: { kind: "tcp" }, security: TLS },
  { protocol: "SHADOWSOCKS", tag: "SHADOWSOCKS TCP", port: 1080, method: "aes-256-gcm", serverKey: "" },
];

const open = () =>
  openSimulated({
    panel: new MarzbanPanel({ now: Date.now }),
    kind: "MARZBAN",
    create: createMarzbanAdapter,
    inbounds: INBOUNDS,
    missingInbound: { protocol: "TROJAN", tag: "NOBODY", port: 1, transport: WS, security: TLS },
    secretField: "password",
    unknownVersion: "5.2.1",
  });

panelContract("Marzban", async () => (await open()).world);
describeWebPanelRules("Marzban", open, { expiryMs: 1000, tellsDirections: false });

describe("Marzban's own traps", () => {
  let world: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  beforeEach(() => world.reset());

  const account = accountOf(INBOUNDS);

  it("gives one flow to the user and names every inbound", async () => {
    fine(await world.connect("right").ensureAccount(account));
    const user = world.panel.store.find("sub_42");
    expect(user?.proxies.vless).toEqual({ id: account.credential.uuid, flow: "xtls-rprx-vision" });
    expect(user?.proxies.shadowsocks).toEqual({
      password: account.credential.password,
      method: "aes-256-gcm",
    });
    expect(user?.inbounds.vless).toEqual(["VLESS WS TLS", "VLESS TCP REALITY"]);
  });

  it("logs in once for many calls, and again when the token is no longer good", async () => {
    const adapter = world.connect("right");
    await Promise.all([adapter.listAccounts(), adapter.readUsage(), adapter.probe()]);
    expect(world.panel.tokens.size).toBe(1);
    world.panel.tokens.clear();
    fine(await adapter.listAccounts());
    expect(world.panel.tokens.size).toBe(1);
  });

  it("reads the sum over the lifetime, which a reset in the panel leaves alone", async () => {
    const adapter = world.connect("right");
    fine(await adapter.ensureAccount(account));
    world.use("sub_42", 0, 700);
    world.panel.resetTraffic("sub_42");
    world.use("sub_42", 0, 50);
    expect(fine(await adapter.readUsage()).readings[0]?.downloadBytes).toBe(750n);
  });

  it("reckons the limit from the panel's own counter", async () => {
    const adapter = world.connect("right");
    fine(await adapter.ensureAccount(account));
    world.use("sub_42", 0, 1_000);
    fine(await adapter.ensureAccount({ ...account, remainingBytes: 500n }));
    expect(world.look("sub_42")?.limitBytes).toBe(1_500);
  });

  it("says that a core which is down serves nobody, for Marzban itself answers 200", async () => {
    const adapter = world.connect("right");
    world.panel.isCoreUp = false;
    fine(await adapter.ensureAccount(account));
    expect(fine(await adapter.probe()).remark).toMatch(/core is not running/);
  });

  it("tells of a user whose name was taken meanwhile as of its own", async () => {
    const adapter = world.connect("right");
    const first = adapter.ensureAccount(account);
    const second = world.connect("right").ensureAccount(account);
    expect([kindOf(await first), kindOf(await second)]).toEqual(["fine", "fine"]);
    expect(world.panel.accounts()).toHaveLength(1);
  });

  it("has no WireGuard and no Shadowsocks 2022, and says so without a call", async () => {
    const method = "2022-blake3-aes-256-gcm" as const;
    const inbound: InboundTemplate = { protocol: "SHADOWSOCKS", tag: "ss", port: 1, method, serverKey: "" };
    const refused = await world.connect("right").ensureAccount({ ...account, inbounds: [inbound] });
    expect(refused).toMatchObject({ ok: false, error: { kind: "validation" } });
  });

  it("reads more users than one page holds", async () => {
    for (let number = 1; number <= 1_203; number += 1) {
      world.panel.store.add({ username: `sub_${number}`, proxies: { vless: { flow: "" } } });
    }
    const { accounts } = fine(await world.connect("right").listAccounts());
    expect(new Set(accounts.map(({ username }) => username)).size).toBe(1_203);
  });
});
