import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { collectUsage } from "@/lib/domain/vpn/commands/collect-usage";
import { probePanels } from "@/lib/domain/vpn/commands/probe-panels";
import { resumeSubscription, suspendSubscription } from "@/lib/domain/vpn/commands/suspend-subscription";
import { missingCores } from "@/scripts/cores.mjs";
import { openWorld, type World } from "../support/world";
import { downloadThrough } from "./download";
import { shadowsocksClient, trojanClient, v2rayOutbound } from "./link-to-config";
import { addNode, tellNodes } from "./node-world";
import { freePorts, Programs } from "./programs";
import { makeCertificate, startV2rayClient, startV2rayNode, templatesOf } from "./v2ray-node";
import {
  canTunnel,
  countedByCustomer,
  dialWireguard,
  downloadByTunnel,
  startWireguardNode,
  type WireguardNode,
} from "./wireguard-node";

const BYTES = 2 * 1024 * 1024;
const SEED = 20_251;
/** Each protocol of the core moves as much once, and one of them again after a restart. */
const CORE_DIALS = 5;
const REFUSED_WITHIN_MS = 3_000;
const missing = missingCores();
const hasCores = missing.length === 0;
const tunnels = hasCores && canTunnel();
/** Crossed by the download after the suspension: the tunnel adds some eighth to what it carries. */
const LIMIT_BYTES = (BigInt(BYTES) * (tunnels ? 31n : 26n)) / 4n;

const programs = new Programs();
const folder = mkdtempSync(join(tmpdir(), "patchbay-cores-"));
let world: World;
let wireguard: WireguardNode | null = null;
let restartNode = async () => {};
let originPort = 0;
let token = "";
let subscriptionId = "";
let socks: Record<string, number> = {};

/** The page that the origins serve, computed as they do. */
function expectedHash(): string {
  const page = Buffer.alloc(BYTES);
  let state = SEED;
  for (let place = 0; place < BYTES; place += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    page[place] = state >>> 24;
  }
  return createHash("sha256").update(page).digest("hex");
}

async function documentOf(format: string): Promise<string> {
  const answer = await world.app.request(`/sub/${token}?format=${format}`);
  expect(answer.status).toBe(200);
  return answer.text();
}

async function usage() {
  await collectUsage(world.deps);
  const rows = await world.deps.db.userUsage.findMany({
    where: { subscriptionId },
    include: { server: { include: { panel: true } } },
  });
  return new Map(rows.map(({ server, ...row }) => [server.panel.kind, row]));
}

const counterEpoch = async () =>
  (await world.deps.db.vpnPanel.findFirstOrThrow({ where: { kind: "XRAY" } })).usageEpoch;

function expectWithinOnePercent(counted: bigint, moved: bigint) {
  expect(Math.abs(Number(counted - moved))).toBeLessThanOrEqual(Number(moved) / 100);
}

beforeAll(async () => {
  if (!hasCores) return;
  world = await openWorld();
  const ports = await freePorts(14);
  const [apiPort = 0, agentPort = 0, tunnelPort = 0, , tcp = 0, ws = 0, vmess = 0, trojan = 0, ss = 0] =
    ports;
  originPort = ports[3] ?? 0;
  const origin = [process.execPath, "tests/cores/origin.mjs", "127.0.0.1", String(originPort)];
  await programs.listening([...origin, String(BYTES), String(SEED)], originPort);

  const files = makeCertificate(folder);
  const templates = templatesOf([tcp, ws, vmess, trojan, ss]);
  const node = { apiPort, templates, files };
  let running = await startV2rayNode(programs, folder, node);
  restartNode = async () => {
    await programs.stop(running);
    running = await startV2rayNode(programs, folder, node);
  };
  await addNode(world, {
    kind: "XRAY",
    url: `http://127.0.0.1:${apiPort}`,
    credentials: {},
    options: { inboundTags: templates.map(({ tag }) => tag), listen: "127.0.0.1" },
    inbounds: templates,
  });
  if (tunnels) {
    wireguard = await startWireguardNode(programs, folder, {
      agentPort,
      port: tunnelPort,
      bytes: BYTES,
      seed: SEED,
    });
    const template = {
      protocol: "WIREGUARD" as const,
      tag: "wg",
      port: wireguard.port,
      publicKey: wireguard.publicKey,
      network: "10.66.0.0/24",
      dns: ["1.1.1.1"],
      mtu: 1280,
      keepaliveSeconds: 25,
    };
    const { url, key } = wireguard;
    await addNode(world, { kind: "WIREGUARD", url, credentials: { key }, options: {}, inbounds: [template] });
  }

  const { deps } = world;
  const planId = randomUUID();
  await deps.db.plan.create({
    data: {
      id: planId,
      familyId: planId,
      tier: "plus",
      name: "Plus",
      nameFa: "پلاس",
      namePt: "Plus",
      priceMicros: 5_000_000n,
      durationDays: 30,
      trafficBytes: LIMIT_BYTES,
      maxDevices: 3,
      protocols: ["VLESS", "VMESS", "TROJAN", "SHADOWSOCKS", "WIREGUARD"],
    },
  });
  const { actor } = await world.person({ usd: 10 });
  const bought = await buyPlan(
    deps,
    actor,
    { userId: actor.userId },
    { planId, key: randomUUID(), isAutoRenew: false },
  );
  if (!bought.ok) throw new Error(bought.reason);
  subscriptionId = bought.subscriptionId;
  const row = await deps.db.subscription.findUniqueOrThrow({ where: { id: subscriptionId } });
  token = deps.cipher.decrypt(row.tokenCiphertext);

  // Before anybody is told: the counters begin.
  await collectUsage(deps);
  await tellNodes(world);

  const links = (await documentOf("links")).trim().split("\n");
  const link = (start: string, part = "") =>
    links.find((one) => one.startsWith(start) && one.includes(part)) ?? "";
  const [vlessTcp = 0, vlessWs = 0, vmessWs = 0, trojanSocks = 0, shadowsocks = 0] = ports.slice(9);
  socks = {
    "vless tcp": vlessTcp,
    "vless ws+tls": vlessWs,
    "vmess ws+tls": vmessWs,
    trojan: trojanSocks,
    shadowsocks,
  };
  await startV2rayClient(programs, folder, [
    { outbound: v2rayOutbound(link("vless://", "type=tcp"), files), socksPort: vlessTcp },
    { outbound: v2rayOutbound(link("vless://", "type=ws"), files), socksPort: vlessWs },
    { outbound: v2rayOutbound(link("vmess://"), files), socksPort: vmessWs },
  ]);
  const trojanPath = join(folder, "trojan.json");
  writeFileSync(trojanPath, JSON.stringify(trojanClient(link("trojan://"), trojanSocks, files)));
  await programs.listening(["trojan", "-c", trojanPath], trojanSocks);
  await programs.listening(["ss-local", ...shadowsocksClient(link("ss://"), shadowsocks)], shadowsocks);
  if (tunnels) await dialWireguard(programs, folder, await documentOf("wireguard"));
}, 90_000);

afterAll(async () => {
  await programs.stopAll();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(hasCores)("a plan that was bought, dialled by real cores", () => {
  test("the panels are found well by a probe", async () => {
    await probePanels(world.deps);
    const panels = await world.deps.db.vpnPanel.findMany();
    expect(panels.map(({ healthCode, healthText }) => [healthCode, healthText])).toEqual(
      panels.map(() => ["fine", ""]),
    );
  });

  test.each(["vless tcp", "vless ws+tls", "vmess ws+tls", "trojan", "shadowsocks"])(
    "%s moves two mebibytes unharmed",
    async (name) => {
      const page = await downloadThrough(socks[name] ?? 0, originPort);
      expect(page).toEqual({ bytes: BYTES, sha256: expectedHash() });
    },
  );

  test("what the cores moved arrives in the product within one percent", async () => {
    const booked = (await usage()).get("XRAY");
    expectWithinOnePercent(
      (booked?.downloadBytes ?? 0n) + (booked?.uploadBytes ?? 0n),
      BigInt(BYTES * CORE_DIALS),
    );
    const again = (await usage()).get("XRAY");
    expect(again?.downloadBytes).toBe(booked?.downloadBytes);
  });

  test("a node that restarts is told its accounts again, and no byte is lost or doubled", async () => {
    const before = (await usage()).get("XRAY")?.downloadBytes ?? 0n;
    const life = await counterEpoch();
    await restartNode();
    const forgotten = await downloadThrough(socks["vless tcp"] ?? 0, originPort, REFUSED_WITHIN_MS);
    expect(forgotten.bytes).toBe(0);
    // The first question may find the line to the core that was.
    await expect
      .poll(async () => {
        await usage();
        return counterEpoch();
      })
      .not.toBe(life);
    expect((await usage()).get("XRAY")?.downloadBytes).toBe(before);
    await tellNodes(world);
    const page = await downloadThrough(socks["vless tcp"] ?? 0, originPort);
    expect(page.sha256).toBe(expectedHash());
    const after = (await usage()).get("XRAY")?.downloadBytes ?? 0n;
    expectWithinOnePercent(after - before, BigInt(BYTES));
  });

  test.runIf(tunnels)(
    "wireguard moves two mebibytes unharmed (may be skipped: no /dev/net/tun)",
    async () => {
      expect(await downloadByTunnel(20_000)).toBe(expectedHash());
    },
  );

  test.runIf(tunnels)(
    "what the tunnel carried arrives in the product (may be skipped: no /dev/net/tun)",
    async () => {
      const customer = await countedByCustomer();
      const booked = (await usage()).get("WIREGUARD");
      expectWithinOnePercent(booked?.downloadBytes ?? 0n, customer.received);
      expectWithinOnePercent(booked?.uploadBytes ?? 0n, customer.sent);
      expect(customer.received).toBeGreaterThan(BigInt(BYTES));
    },
  );

  async function expectRefusedEverywhere() {
    await tellNodes(world);
    const names = Object.keys(socks);
    const pages = await Promise.all(
      names.map((name) => downloadThrough(socks[name] ?? 0, originPort, REFUSED_WITHIN_MS)),
    );
    expect(pages.map(({ bytes }, place) => [names[place], bytes])).toEqual(names.map((name) => [name, 0]));
    if (tunnels) expect(await downloadByTunnel(REFUSED_WITHIN_MS)).toBeNull();
    const states = await world.deps.db.subscriptionCredential.findMany({ select: { actualState: true } });
    expect(new Set(states.map(({ actualState }) => actualState))).toEqual(new Set(["DISABLED"]));
  }

  test("who is suspended is refused by every core, and let in again afterwards", async () => {
    const { deps } = world;
    const { actor } = await world.person({ role: "ADMIN" });
    const decision = { subscriptionId, reason: "shared with others" };
    expect((await suspendSubscription(deps, actor, decision)).ok).toBe(true);
    await expectRefusedEverywhere();
    expect((await resumeSubscription(deps, actor, decision)).ok).toBe(true);
    await tellNodes(world);
    const page = await downloadThrough(socks["vmess ws+tls"] ?? 0, originPort);
    expect(page.sha256).toBe(expectedHash());
  });

  test("who has used up their traffic is refused by every core", async () => {
    const ended = async () =>
      (await world.deps.db.subscription.findUniqueOrThrow({ where: { id: subscriptionId } })).exhaustedAt;
    expect(await ended()).toBeNull();
    await usage();
    expect(await ended()).not.toBeNull();
    await expectRefusedEverywhere();
  });
});
