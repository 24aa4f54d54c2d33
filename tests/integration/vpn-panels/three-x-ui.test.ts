import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { createThreeXUiAdapter } from "@/lib/integrations/vpn-panels/three-x-ui/adapter";
import { ThreeXUiPanel } from "@/lib/simulators/panels/three-x-ui/panel";
import { panelContract } from "./contract";
import { openSimulated } from "./simulated-panel";
import { accountOf, describeWebPanelRules, fine, kindOf } from "./web-panel-rules";

const TLS = { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] } as const;
const WS = { kind: "ws", path: "/ws", host: "" } as const;
const VLESS: InboundTemplate = {
  protocol: "VLESS",
  tag: "inbound-443",
  port: 443,
  transport: { kind: "tcp" },
  security: TLS,
  encryption: "none",
  flow: "xtls-rprx-vision",
};
const TROJAN: InboundTemplate = {
  protocol: "TROJAN",
  tag: "TROJAN TLS",
  port: 8443,
  transport: WS,
  security: TLS,
};
const MISSING: InboundTemplate = { ...TROJAN, tag: "inbound-1" };

const open = (generation: "token" | "login", inbounds: InboundTemplate[]) => {
  const panel = new ThreeXUiPanel({ now: Date.now }, generation);
  return openSimulated({
    panel,
    kind: "THREE_X_UI",
    create: createThreeXUiAdapter,
    inbounds,
    missingInbound: MISSING,
    secretField: generation === "token" ? "token" : "password",
    unknownVersion: generation === "token" ? "4.0.0" : "3.6.0",
    ...(generation === "login" ? { shownVersion: "2.x" } : {}),
  });
};

panelContract("3x-ui 3.6", async () => (await open("token", [VLESS, TROJAN])).world);
panelContract("3x-ui 2.9", async () => (await open("login", [VLESS])).world);
describeWebPanelRules("3x-ui 3.6", () => open("token", [VLESS, TROJAN]), {
  expiryMs: 0,
  tellsDirections: true,
});

describe("3x-ui's own traps", () => {
  let modern: Awaited<ReturnType<typeof open>>;
  let old: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    modern = await open("token", [VLESS, TROJAN]);
    old = await open("login", [VLESS, TROJAN]);
  });
  afterAll(() => Promise.all([modern.close(), old.close()]));
  beforeEach(() => {
    modern.reset();
    old.reset();
  });
  const account = accountOf([VLESS, TROJAN]);

  it("writes bytes and milliseconds, and both inbounds of one client", async () => {
    fine(await modern.connect("right").ensureAccount(account));
    expect(modern.panel.table.clients.get("sub_42")).toMatchObject({
      totalGB: 5 * 1024 ** 3,
      expiryTime: account.expiresAt.getTime(),
      inboundIds: [3, 5],
      password: account.credential.password,
    });
  });

  it("keeps what was counted when an account is removed and made again", async () => {
    const adapter = modern.connect("right");
    fine(await adapter.ensureAccount(account));
    modern.use("sub_42", 100, 900);
    fine(await adapter.removeAccount(account));
    fine(await adapter.ensureAccount({ ...account, remainingBytes: 500n }));
    expect(modern.look("sub_42")).toMatchObject({ usedBytes: 1_000, limitBytes: 1_500, isActive: true });
  });

  it("has one client in each inbound of 2.x, under names of their own, and counts them together", async () => {
    const adapter = old.connect("right");
    fine(await adapter.ensureAccount(account));
    expect([...old.panel.table.clients.keys()]).toEqual(["sub_42", "sub_42.5"]);
    old.use("sub_42", 1, 2);
    old.use("sub_42.5", 10, 20);
    const { readings } = fine(await adapter.readUsage());
    expect(readings).toEqual([{ username: "sub_42", uploadBytes: 11n, downloadBytes: 22n }]);
    fine(await adapter.ensureAccount({ ...account, inbounds: [TROJAN] }));
    expect([...old.panel.table.clients.values()].map(({ inboundIds }) => inboundIds)).toEqual([[5]]);
    fine(await adapter.removeAccount(account));
    expect(old.panel.table.clients.size).toBe(0);
  });

  it("opens a session again that the panel forgot", async () => {
    const adapter = old.connect("right");
    fine(await adapter.probe());
    old.panel.restart();
    fine(await adapter.listAccounts());
  });

  it("takes 200 with success:false at the login for a wrong password", async () => {
    expect(kindOf(await old.connect("wrong").probe())).toBe("auth");
  });

  it("says that a newer panel wants a token", async () => {
    old.panel.version = "3.6.0";
    expect(fine(await old.connect("right").probe()).remark).toMatch(/wants an API token/);
  });
});
