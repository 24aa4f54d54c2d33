import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveServer } from "@/lib/domain/vpn/commands/save-server";
import { saveServerSchema } from "@/lib/domain/vpn/schema";
import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";
import type { Person } from "@/tests/support/world";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let admin: Person;

beforeAll(async () => {
  world = await openVpnWorld();
  admin = await world.person({ role: "ADMIN" });
});

afterAll(() => world.close());

const INBOUND = {
  protocol: "VLESS",
  tag: "main",
  port: 443,
  transport: { kind: "ws", path: "/ray" },
  security: { kind: "tls", serverName: "nl1.example.com" },
};
const FORM = {
  name: "Amsterdam",
  location: "Amsterdam",
  countryCode: "NL",
  domain: "nl1.example.com",
  maxUsers: 10,
  inbounds: [INBOUND],
};

it("is saved although a stored inbound is broken, or refused by the cores of today", async () => {
  const { deps } = world;
  const form = { ...FORM, panelId: world.panelId };
  const made = await saveServer(deps, admin.actor, saveServerSchema.parse({ server: form }));
  if (!made.ok) throw new Error(made.reason);
  const { serverId } = made;
  const open = inboundTemplateSchema.parse({ ...INBOUND, tag: "open", security: { kind: "none" } });
  const stored = (tag: string, template: object) =>
    deps.db.vpnInbound.create({ data: { id: randomUUID(), serverId, protocol: "VLESS", tag, template } });
  await stored("broken", { protocol: "VLESS" });
  await stored("open", open);
  const server = { ...form, maxUsers: 11, inbounds: [INBOUND, open], kept: ["broken"] };
  const edit = { serverId, version: 1, server };
  expect(await saveServer(deps, admin.actor, saveServerSchema.parse(edit))).toMatchObject({ ok: true });
  const kept = await deps.db.vpnInbound.findMany({
    where: { serverId, isActive: true },
    orderBy: { tag: "asc" },
  });
  expect(kept.map(({ tag }) => tag)).toEqual(["broken", "main", "open"]);
  const changed = {
    ...edit,
    version: 2,
    server: { ...server, inbounds: [INBOUND, { ...open, port: 444 }] },
  };
  expect(await saveServer(deps, admin.actor, saveServerSchema.parse(changed))).toMatchObject({
    reason: "inbound_refused",
  });
  const moved = { ...edit, version: 2, server: { ...server, domain: "nl2.example.com" } };
  expect(await saveServer(deps, admin.actor, saveServerSchema.parse(moved))).toMatchObject({
    reason: "inbound_refused",
  });
  expect(saveServerSchema.safeParse({ server: { ...form, inbounds: [] } }).success).toBe(false);
});
