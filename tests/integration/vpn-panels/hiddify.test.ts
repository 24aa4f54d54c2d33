import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { createHiddifyAdapter } from "@/lib/integrations/vpn-panels/hiddify/adapter";
import { HiddifyPanel } from "@/lib/simulators/panels/hiddify/panel";
import { panelContract } from "./contract";
import { openSimulated } from "./simulated-panel";
import { accountOf, describeWebPanelRules, fine, kindOf } from "./web-panel-rules";

const TLS = { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] } as const;
const WS = { kind: "ws", path: "/ws", host: "" } as const;
const INBOUNDS: InboundTemplate[] = [
  {
    protocol: "VLESS",
    tag: "vless-ws",
    port: 443,
    transport: WS,
    security: TLS,
    encryption: "none",
    flow: "",
  },
  { protocol: "VMESS", tag: "vmess-ws", port: 443, transport: WS, security: TLS },
];
const TROJAN: InboundTemplate = {
  protocol: "TROJAN",
  tag: "trojan",
  port: 443,
  transport: WS,
  security: TLS,
};

const open = () =>
  openSimulated({
    panel: new HiddifyPanel({ now: Date.now }),
    kind: "HIDDIFY",
    create: (connection, patience) => {
      const credentials = connection.credentials as { apiKey: string };
      // The shared suite's wrong secret is no uuid, which would not even be asked with.
      const isRight = !credentials.apiKey.startsWith("not-");
      const apiKey = isRight ? credentials.apiKey : "00000000-0000-4000-8000-000000000000";
      return createHiddifyAdapter({ ...connection, credentials: { apiKey } }, patience);
    },
    inbounds: INBOUNDS,
    missingInbound: TROJAN,
    secretField: "apiKey",
    unknownVersion: "12.0.0",
  });

const DAY = 86_400_000;
panelContract("Hiddify Manager", async () => (await open()).world);
describeWebPanelRules("Hiddify", open, { expiryMs: DAY, tellsDirections: false });

describe("Hiddify's own traps", () => {
  let world: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  beforeEach(() => world.reset());
  const account = accountOf(INBOUNDS);

  it("calls an account by its uuid, which is what its subscriptions are stored under", async () => {
    const { remoteId } = fine(await world.connect("right").ensureAccount(account));
    expect(remoteId).toBe(account.credential.uuid);
  });

  it("takes an empty list, told as 404, for none, but no other 404", async () => {
    const adapter = world.connect("right");
    expect(fine(await adapter.listAccounts()).accounts).toEqual([]);
    const url = world.url.replace(world.panel.adminPath, world.panel.clientPath);
    const strayed = createHiddifyAdapter({
      kind: "HIDDIFY",
      url,
      credentials: world.panel.credentials,
      options: {},
    });
    if (!strayed.ok) throw new Error("the credentials are good");
    expect(kindOf(await strayed.adapter.listAccounts())).toBe("auth");
  });

  it("writes one after the other", async () => {
    const adapter = world.connect("right");
    const many = Array.from({ length: 8 }, (_, index) => ({
      ...account,
      username: `sub_${index + 1}`,
      credential: { ...account.credential, uuid: `3b241101-e2bb-4255-8caf-4136c566a96${index}` },
    }));
    const results = await Promise.all(many.map((one) => adapter.ensureAccount(one)));
    expect(results.map(kindOf)).toEqual(many.map(() => "fine"));
    expect(world.panel.collisions).toBe(0);
  });

  it("replaces a user whose secret is another now, without losing what was counted", async () => {
    const adapter = world.connect("right");
    const { remoteId } = fine(await adapter.ensureAccount(account));
    world.use("sub_42", 300, 700);
    const uuid = "99999999-e2bb-4255-8caf-4136c566a962";
    const renewed = { ...account, remoteId, credential: { ...account.credential, uuid } };
    expect(fine(await adapter.ensureAccount(renewed)).remoteId).toBe(uuid);
    expect([...world.panel.users.keys()]).toEqual([uuid]);
    expect(fine(await adapter.readUsage()).readings).toEqual([
      { username: "sub_42", uploadBytes: 0n, downloadBytes: 1_000n },
    ]);
  });

  it("asks for no job of the machine when nothing would change", async () => {
    const adapter = world.connect("right");
    fine(await adapter.ensureAccount(account));
    const user = world.panel.users.get(account.credential.uuid);
    if (user) Object.freeze(user);
    fine(await adapter.ensureAccount(account));
  });

  it("ends with the day on which the subscription ends", async () => {
    fine(await world.connect("right").ensureAccount(account));
    const user = world.panel.users.get(account.credential.uuid);
    const last = Date.parse(user?.startDate ?? "") + (user?.packageDays ?? 0) * DAY;
    expect(new Date(last).toISOString().slice(0, 10)).toBe(account.expiresAt.toISOString().slice(0, 10));
  });
});
