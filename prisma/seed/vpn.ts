import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { gigabytes } from "@/lib/domain/vpn/bytes";
import { openSubscription } from "@/lib/domain/vpn/commands/open-subscription";
import { panelAddress } from "@/lib/domain/vpn/panel-address";
import { daysAfter } from "@/lib/domain/vpn/terms";
import type { ConfigProtocol } from "@/lib/domain/vpn/types";
import type { SeedDeps } from "./seed-deps";

/** Where the simulated panels are below the simulators' address, and what they let in. */
const PANELS = {
  MARZBAN: {
    name: "Marzban (simulated)",
    path: "/panels/marzban",
    credentials: { username: "admin", password: "simulated-marzban-password" },
  },
  HIDDIFY: {
    name: "Hiddify Manager (simulated)",
    path: "/panels/hiddify/Kq7simulatedAdmin",
    credentials: { apiKey: "7b0f8a1e-0b52-4c26-9d2a-1f4f6f6a7c11" },
  },
  THREE_X_UI: {
    name: "3x-ui (simulated)",
    path: "/panels/three-x-ui/Zx9simulatedBase",
    credentials: { token: "simulated-3x-ui-token" },
  },
  REMNAWAVE: {
    name: "Remnawave (simulated)",
    path: "/panels/remnawave",
    credentials: { token: "simulated-remnawave-token" },
  },
  WIREGUARD: {
    name: "WireGuard node (simulated)",
    path: "/panels/wireguard",
    credentials: { key: "simulated-key-of-the-wireguard-agent" },
  },
};

const PROTOCOLS: readonly ConfigProtocol[] = ["VLESS", "VMESS", "TROJAN", "SHADOWSOCKS", "WIREGUARD"];

/** How far back the traffic of the demo's subscription goes. */
const HISTORY_DAYS = 14;
const MEGABYTE = 1_048_576n;

const tls = (serverName: string) => ({ kind: "tls", serverName, fingerprint: "chrome", alpn: [] });
const ws = { kind: "ws", path: "/ray", host: "" };

interface SeedInbound {
  protocol: ConfigProtocol;
  tag: string;
  more: { port: number } & Record<string, unknown>;
}

/** 3x-ui names its inbounds by their ports. */
const THREE_X_UI_PORTS: Partial<Record<ConfigProtocol, number>> = { VLESS: 443, VMESS: 8080, TROJAN: 8443 };
/** Of the interface that the simulated node has in memory. */
const WIREGUARD: SeedInbound = {
  protocol: "WIREGUARD",
  tag: "wg0",
  more: {
    port: 51_820,
    publicKey: "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=",
    network: "10.66.0.0/16",
    dns: ["1.1.1.1"],
    mtu: 1280,
    keepaliveSeconds: 25,
  },
};
const SHADOWSOCKS: SeedInbound = {
  protocol: "SHADOWSOCKS",
  tag: "SHADOWSOCKS TCP",
  more: { port: 1080, method: "chacha20-ietf-poly1305", serverKey: "" },
};

/** Tags are those of the simulated panels. */
function inboundsOf(host: string, kind: keyof typeof PANELS): SeedInbound[] {
  if (kind === "WIREGUARD") return [WIREGUARD];
  const inbounds: SeedInbound[] = [
    {
      protocol: "VLESS",
      tag: "VLESS WS TLS",
      more: { port: 443, transport: ws, security: tls(host), encryption: "none", flow: "" },
    },
    { protocol: "VMESS", tag: "VMESS WS TLS", more: { port: 8443, transport: ws, security: tls(host) } },
    {
      protocol: "TROJAN",
      tag: "TROJAN TCP TLS",
      more: { port: 2083, transport: { kind: "tcp" }, security: tls(host) },
    },
  ];
  // Hiddify takes no password of ours.
  if (kind === "HIDDIFY") return inbounds.filter(({ protocol }) => protocol !== "TROJAN");
  if (kind === "MARZBAN") return [...inbounds, SHADOWSOCKS];
  if (kind !== "THREE_X_UI") return inbounds;
  return inbounds.map(({ protocol, more }) => {
    const port = THREE_X_UI_PORTS[protocol] ?? more.port;
    return { protocol, tag: `inbound-${port}`, more: { ...more, port } };
  });
}

const SERVERS = [
  ["Frankfurt 1", "Frankfurt", "فرانکفورت", "Frankfurt", "DE", "de1.vpn.example.com", "MARZBAN", 200, 18],
  ["Amsterdam 1", "Amsterdam", "آمستردام", "Amsterdã", "NL", "nl1.vpn.example.com", "MARZBAN", 200, 42],
  ["Helsinki 1", "Helsinki", "هلسینکی", "Helsinque", "FI", "fi1.vpn.example.com", "HIDDIFY", 120, 9],
  ["Istanbul 1", "Istanbul", "استانبول", "Istambul", "TR", "tr1.vpn.example.com", "HIDDIFY", 80, 88],
  ["Singapore 1", "Singapore", "سنگاپور", "Singapura", "SG", "sg1.vpn.example.com", "MARZBAN", 100, 27],
  ["Vienna 1", "Vienna", "وین", "Viena", "AT", "at1.vpn.example.com", "THREE_X_UI", 100, 35],
  ["Tokyo 1", "Tokyo", "توکیو", "Tóquio", "JP", "jp1.vpn.example.com", "REMNAWAVE", 100, 14],
  ["Zurich 1", "Zurich", "زوریخ", "Zurique", "CH", "ch1.vpn.example.com", "WIREGUARD", 60, 21],
] as const;

const PLANS = [
  { tier: "trial", names: ["Trial", "آزمایشی", "Teste"], cents: 0n, days: 3, gb: 2, devices: 1 },
  {
    tier: "plus",
    names: ["Plus, a month", "پلاس، یک‌ماهه", "Plus, um mês"],
    cents: 499n,
    days: 30,
    gb: 60,
    devices: 3,
  },
  {
    tier: "plus",
    names: ["Plus, a quarter", "پلاس، سه‌ماهه", "Plus, três meses"],
    cents: 1299n,
    days: 90,
    gb: 200,
    devices: 3,
  },
  {
    tier: "plus",
    names: ["Plus, a year", "پلاس، یک‌ساله", "Plus, um ano"],
    cents: 4499n,
    days: 365,
    gb: 900,
    devices: 5,
  },
] as const;

const FEATURES = {
  features: ["One link for every app", "Apps for every system", "A new link whenever you want"],
  featuresFa: ["یک پیوند برای همهٔ برنامه‌ها", "برنامه برای همهٔ سیستم‌ها", "پیوند تازه هر وقت بخواهید"],
  featuresPt: [
    "Um link para todos os aplicativos",
    "Aplicativos para todos os sistemas",
    "Um novo link quando quiser",
  ],
};

async function seedPanel(tx: Tx, deps: SeedDeps, kind: keyof typeof PANELS): Promise<string> {
  const id = deps.ids.uuid();
  const { name, path, credentials } = PANELS[kind];
  const url = `${deps.env.simulatorUrl.replace(/\/$/, "")}${path}`;
  await tx.vpnPanel.create({
    data: {
      id,
      name,
      kind,
      url,
      address: panelAddress(url),
      credentialCiphertext: deps.cipher.encrypt(JSON.stringify(credentials)),
    },
  });
  return id;
}

async function seedServers(tx: Tx, deps: SeedDeps): Promise<void> {
  const panels = {
    MARZBAN: await seedPanel(tx, deps, "MARZBAN"),
    HIDDIFY: await seedPanel(tx, deps, "HIDDIFY"),
    THREE_X_UI: await seedPanel(tx, deps, "THREE_X_UI"),
    REMNAWAVE: await seedPanel(tx, deps, "REMNAWAVE"),
    WIREGUARD: await seedPanel(tx, deps, "WIREGUARD"),
  };
  for (const [sort, server] of SERVERS.entries()) {
    const [name, location, locationFa, locationPt, countryCode, domain, kind, maxUsers, loadPercent] = server;
    const inbounds = inboundsOf(domain, kind).map(({ protocol, tag, more }, place) => {
      const template = { protocol, tag, ...more } as Prisma.InputJsonObject;
      return { id: deps.ids.uuid(), protocol, tag, template, sort: place };
    });
    await tx.vpnServer.create({
      data: {
        id: deps.ids.uuid(),
        name,
        location,
        locationFa,
        locationPt,
        countryCode,
        domain,
        maxUsers,
        loadPercent,
        sort,
        verifiedAt: deps.clock.now(),
        panelId: panels[kind],
        inbounds: { create: inbounds },
      },
    });
  }
}

async function seedPlans(tx: Tx, deps: SeedDeps): Promise<void> {
  for (const [sort, { tier, names, cents, days, gb, devices }] of PLANS.entries()) {
    const id = deps.ids.uuid();
    await tx.plan.create({
      data: {
        id,
        familyId: id,
        tier,
        name: names[0],
        nameFa: names[1],
        namePt: names[2],
        priceMicros: cents * 10_000n,
        durationDays: days,
        trafficBytes: gigabytes(gb),
        maxDevices: devices,
        ...FEATURES,
        protocols: tier === "trial" ? PROTOCOLS.slice(0, 3) : [...PROTOCOLS],
        isTrial: tier === "trial",
        sort,
      },
    });
  }
}

/** A month given to the demo's customer two weeks ago, with the traffic since; no money moves for it. */
async function seedSubscription(tx: Tx, deps: SeedDeps): Promise<void> {
  const customer = await tx.user.findUnique({ where: { email: "customer@patchbay.test" } });
  const plan = await tx.plan.findFirst({ where: { tier: "plus", durationDays: 30, isCurrent: true } });
  if (!customer || !plan) return;
  const opened = await openSubscription(deps, tx, {
    userId: customer.id,
    plan,
    key: "demo:subscription",
    isAutoRenew: false,
  });
  // Of two panels: each counts for all its servers together, and books that under the first.
  const servers = await tx.vpnServer.findMany({
    where: { name: { in: ["Frankfurt 1", "Helsinki 1"] } },
    orderBy: { sort: "asc" },
  });
  const now = deps.clock.now();
  const rows = Array.from({ length: HISTORY_DAYS }, (_, back) =>
    servers.map(({ id }, place) => ({
      userId: customer.id,
      subscriptionId: opened.id,
      serverId: id,
      day: daysAfter(now, -back),
      uploadBytes: BigInt(20 + ((back * 7 + place * 11) % 30)) * MEGABYTE,
      downloadBytes: BigInt(200 + ((back * 131 + place * 97) % 900)) * MEGABYTE,
    })),
  ).flat();
  await tx.userUsage.createMany({ data: rows });
  const sum = (pick: (row: (typeof rows)[number]) => bigint) =>
    rows.reduce((total, row) => total + pick(row), 0n);
  const startsAt = daysAfter(now, -HISTORY_DAYS);
  const expiresAt = daysAfter(startsAt, plan.durationDays);
  await tx.subscription.update({
    where: { id: opened.id },
    data: {
      startsAt,
      periodStartsAt: startsAt,
      expiresAt,
      paidMicros: 0n,
      usedUploadBytes: sum(({ uploadBytes }) => uploadBytes),
      usedDownloadBytes: sum(({ downloadBytes }) => downloadBytes),
      lastOnlineAt: now,
    },
  });
  await tx.userConfig.updateMany({ where: { subscriptionId: opened.id }, data: { expiresAt } });
}

/** Plans, simulated panels with their servers, and a subscription with its past. Returns whether anything was new. */
export async function seedVpn(tx: Tx, deps: SeedDeps): Promise<boolean> {
  if ((await tx.vpnPanel.count({ take: 1 })) > 0 || (await tx.plan.count({ take: 1 })) > 0) return false;
  await seedServers(tx, deps);
  await seedPlans(tx, deps);
  await seedSubscription(tx, deps);
  return true;
}
