import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import type { VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelAccount, PanelError, UsageReport } from "@/lib/domain/vpn/types";
import { openWorld } from "@/tests/support/world";

/** A panel in memory: it keeps what it is told, and can be told to fail. */
export class MemoryPanel implements VpnPanelAdapter {
  readonly kind = "XRAY" as const;
  readonly capabilities = { cutsConnections: true, forgetsOnRestart: false };
  readonly accounts = new Map<string, PanelAccount>();
  readonly cut: string[] = [];
  calls = 0;
  failure: PanelError | null = null;
  usage: UsageReport = { epoch: "1", readings: [] };

  private async answer<T extends object>(value: T) {
    this.calls += 1;
    return this.failure ? { ok: false as const, error: this.failure } : { ok: true as const, ...value };
  }

  probe() {
    return this.answer({ version: "1.0", isKnown: true, remark: "" });
  }

  async ensureAccount(account: PanelAccount) {
    if (!this.failure) this.accounts.set(account.username, account);
    return this.answer({ remoteId: `remote-${account.username}` });
  }

  async removeAccount(account: PanelAccount) {
    if (!this.failure) this.accounts.delete(account.username);
    return this.answer({});
  }

  listAccounts() {
    const accounts = [...this.accounts.values()].map(({ username, isActive }) => ({
      username,
      remoteId: `remote-${username}`,
      isActive,
    }));
    return this.answer({ accounts });
  }

  readUsage() {
    return this.answer(this.usage);
  }

  async cutConnections(account: PanelAccount) {
    if (!this.failure) this.cut.push(account.username);
    return this.answer({ cut: 1 });
  }
}

const SECURITY = { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] };

/** A shop with one panel, whose two servers speak VLESS and WireGuard, and plans. */
export async function openVpnWorld() {
  const world = await openWorld();
  const panel = new MemoryPanel();
  const deps = {
    ...world.deps,
    publicOrigin: "http://localhost:3000",
    vpnPanels: { connect: () => ({ ok: true as const, adapter: panel }) },
  };
  const panelId = randomUUID();
  await deps.db.vpnPanel.create({
    data: {
      id: panelId,
      name: "Frankfurt node",
      kind: "XRAY",
      url: "http://127.0.0.1:1",
      credentialCiphertext: deps.cipher.encrypt("{}"),
    },
  });

  async function server(over: Partial<Prisma.VpnServerUncheckedCreateInput> = {}) {
    const id = randomUUID();
    return deps.db.vpnServer.create({
      data: {
        id,
        name: `Server ${id.slice(0, 8)}`,
        location: "Frankfurt",
        countryCode: "DE",
        domain: "de1.example.com",
        maxUsers: 100,
        verifiedAt: new Date(),
        panelId,
        ...over,
        inbounds: {
          create: [
            {
              id: randomUUID(),
              protocol: "VLESS",
              tag: "vless",
              template: {
                protocol: "VLESS",
                tag: "vless",
                port: 443,
                transport: { kind: "tcp" },
                security: SECURITY,
                encryption: "none",
                flow: "",
              },
            },
            {
              id: randomUUID(),
              protocol: "WIREGUARD",
              tag: "wg",
              template: {
                protocol: "WIREGUARD",
                tag: "wg",
                port: 51_820,
                publicKey: "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=",
                network: "10.66.0.0/24",
                dns: ["1.1.1.1"],
                mtu: 1280,
                keepaliveSeconds: 25,
              },
            },
          ],
        },
      },
    });
  }

  async function plan(over: Partial<Prisma.PlanUncheckedCreateInput> = {}) {
    const id = randomUUID();
    return deps.db.plan.create({
      data: {
        id,
        familyId: id,
        tier: "plus",
        name: "Plus",
        nameFa: "پلاس",
        namePt: "Plus",
        priceMicros: 5_000_000n,
        durationDays: 30,
        trafficBytes: 1_000_000n,
        maxDevices: 3,
        protocols: ["VLESS", "WIREGUARD"],
        ...over,
      },
    });
  }

  return { ...world, deps, panel, panelId, server, plan };
}

export type VpnWorld = Awaited<ReturnType<typeof openVpnWorld>>;
