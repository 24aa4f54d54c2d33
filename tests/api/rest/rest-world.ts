import { randomUUID } from "node:crypto";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import type { Scope } from "@/lib/domain/api-keys/types";
import { SCOPES } from "@/lib/domain/api-keys/vocabulary";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { openShop, type Shop } from "@/tests/integration/numbers/numbers-fixture";
import type { Person, World } from "@/tests/support/world";

const MANY_A_MINUTE = 6_000;

export interface KeyOptions {
  mode?: "LIVE" | "SANDBOX";
  scopes?: readonly Scope[];
  rateLimit?: number;
  projectId?: string;
}

/** A key of somebody, in clear. */
export async function keyOf(world: World, { actor }: Person, options: KeyOptions = {}): Promise<string> {
  const made = await createKey(world.deps, actor, {
    userId: actor.userId,
    name: `Key ${randomUUID().slice(0, 8)}`,
    mode: options.mode ?? "LIVE",
    scopes: [...(options.scopes ?? SCOPES)],
    rateLimit: options.rateLimit ?? MANY_A_MINUTE,
    projectId: options.projectId ?? null,
  });
  if (!made.ok) throw new Error(`no key: ${made.reason}`);
  return made.key;
}

export interface Asked {
  key?: string | undefined;
  body?: unknown;
  /** Sent as it is. */
  text?: string;
  headers?: Record<string, string>;
}

/** One request to the API, in process. `path` begins behind /api/v1. */
export async function ask(world: World, method: string, path: string, asked: Asked = {}) {
  const text = asked.text ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
  return world.app.request(`/api/v1${path}`, {
    method: method.toUpperCase(),
    headers: {
      ...(asked.key ? { authorization: `Bearer ${asked.key}` } : {}),
      ...(text === undefined ? {} : { "content-type": "application/json" }),
      ...asked.headers,
    },
    ...(text === undefined ? {} : { body: text }),
  });
}

async function addVpn(world: World): Promise<{ planId: string; otherPlanId: string }> {
  const { db, cipher } = world.deps;
  const panelId = randomUUID();
  await db.vpnPanel.create({
    data: {
      id: panelId,
      name: "Node",
      kind: "XRAY",
      url: "http://127.0.0.1:1",
      credentialCiphertext: cipher.encrypt("{}"),
    },
  });
  const security = { kind: "tls", serverName: "de.example.com", fingerprint: "chrome", alpn: [] };
  const template = {
    protocol: "VLESS",
    tag: "vless",
    port: 443,
    transport: { kind: "tcp" },
    security,
    encryption: "none",
    flow: "",
  };
  await db.vpnServer.create({
    data: {
      id: randomUUID(),
      name: "Frankfurt 1",
      location: "Frankfurt",
      countryCode: "DE",
      domain: "de.example.com",
      maxUsers: 100_000,
      verifiedAt: new Date(),
      panelId,
      inbounds: { create: [{ id: randomUUID(), protocol: "VLESS", tag: "vless", template }] },
    },
  });
  const plan = async (tier: string, priceMicros: bigint) => {
    const id = randomUUID();
    const names = { name: tier, nameFa: tier, namePt: tier };
    await db.plan.create({
      data: {
        id,
        familyId: id,
        tier,
        ...names,
        priceMicros,
        durationDays: 30,
        trafficBytes: 53_687_091_200n,
        maxDevices: 3,
        protocols: ["VLESS"],
      },
    });
    return id;
  };
  return { planId: await plan("plus", 4_500_000n), otherPlanId: await plan("max", 9_000_000n) };
}

/** Nobody outside is asked: every receiver takes what it is sent. */
function answerWebhooks({ deps }: World): void {
  deps.webhooks = {
    ...deps.webhooks,
    send: async () => ({
      durationMs: 1,
      requestHeaders: {},
      statusCode: 204,
      responseHeaders: {},
      responseBody: "",
      isResponseCut: false,
      errorCode: null,
      retryAfterSeconds: null,
    }),
  };
}

/** A shop with everything the API speaks of. */
export async function stockShop(world: World, ownNumbers = 400) {
  answerWebhooks(world);
  const shop: Shop = await openShop(world.deps.db, { ownNumbers });
  const claro = { id: randomUUID(), countryId: shop.countryId, code: "claro", name: "Claro" };
  await world.deps.db.operator.create({ data: claro });
  return { shop, ...(await addVpn(world)) };
}

/** An SMS with a code comes for a number. */
export async function sendCode(world: World, phone: string, code = "481516"): Promise<void> {
  await receiveMessage(world.deps, {
    source: "generic",
    providerMessageId: randomUUID(),
    from: "WhatsApp",
    to: phone,
    body: `Your WhatsApp code is ${code}`,
  });
}
