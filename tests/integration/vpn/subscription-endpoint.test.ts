import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { endDueSubscriptions } from "@/lib/domain/vpn/commands/end-due-subscriptions";
import { rotateLink } from "@/lib/domain/vpn/commands/rotate-link";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { passTime } from "@/tests/support/pass-time";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
});
afterAll(() => world.close());

async function link(locale = "en") {
  const { deps } = world;
  const person = await world.person({ usd: 10 });
  await deps.db.user.update({ where: { id: person.actor.userId }, data: { locale } });
  const plan = await world.plan();
  const bought = await buyPlan(
    deps,
    person.actor,
    { userId: person.actor.userId },
    { planId: plan.id, key: randomUUID(), isAutoRenew: false },
  );
  if (!bought.ok) throw new Error(bought.reason);
  const row = await deps.db.subscription.findUniqueOrThrow({ where: { id: bought.subscriptionId } });
  return { person, id: row.id, token: deps.cipher.decrypt(row.tokenCiphertext) };
}

const ask = (token: string, headers: Record<string, string> = {}, query = "") =>
  world.app.request(`/sub/${token}${query}`, { headers });

describe("/sub/{token}", () => {
  it("answers each app in its own format, with what is used in the headers", async () => {
    const { token } = await link();
    await tellDuePanels(world.deps);
    const plain = await ask(token);
    expect(plain.status).toBe(200);
    const lines = Buffer.from(await plain.text(), "base64")
      .toString("utf8")
      .split("\n");
    expect(lines.map((line) => line.split(":")[0])).toEqual(["vless", "wireguard"]);
    expect(decodeURIComponent(lines[0]?.split("#")[1] ?? "")).toBe("🇩🇪 Frankfurt · VLESS");
    expect(plain.headers.get("subscription-userinfo")).toMatch(
      /^upload=0; download=0; total=1000000; expire=\d+$/,
    );
    expect(plain.headers.get("referrer-policy")).toBe("no-referrer");

    const mihomo = parse(await (await ask(token, { "user-agent": "mihomo/1.19.22" })).text());
    expect(mihomo.proxies.map(({ type }: { type: string }) => type)).toEqual(["vless", "wireguard"]);
    const singBox = await (await ask(token, { "user-agent": "SFA/1.12.3" })).json();
    expect(singBox.endpoints).toHaveLength(1);
    const xray = await (await ask(token, { "user-agent": "v2rayNG/1.10.0" })).json();
    expect(xray).toHaveLength(2);
    const conf = await ask(token, {}, "?format=wireguard");
    expect(await conf.text()).toContain("[Peer]");
    expect(conf.headers.get("content-disposition")).toContain('.conf"');
    const browser = await ask(token, { accept: "text/html" });
    expect([browser.status, browser.headers.get("location")]).toEqual([
      302,
      `http://localhost:3000/s/${token}`,
    ]);
    const unknown = await ask(token, {}, "?format=floppy");
    expect(unknown.status).toBe(422);
    expect((await unknown.json()).detail).toContain(
      "base64, links, mihomo, sing-box, xray, wireguard, outline",
    );
    const { token: other } = await link();
    await world.deps.db.userConfig.updateMany({
      where: { protocol: "WIREGUARD" },
      data: { isActive: false },
    });
    const none = await ask(other, {}, "?format=wireguard");
    expect([none.status, (await none.json()).detail]).toEqual([
      404,
      "No WireGuard location in this subscription.",
    ]);
    const prepared = await ask(other, { "user-agent": "Outline/1.15" });
    expect([prepared.status, (await prepared.json()).error.message]).toEqual([200, expect.any(String)]);
    await tellDuePanels(world.deps);
    const key = await ask(token, {}, "?format=outline");
    expect([key.status, (await key.json()).detail]).toEqual([
      404,
      "No Shadowsocks location in this subscription.",
    ]);
    expect(await (await ask("x".repeat(32), {}, "?format=wireguard")).json()).not.toHaveProperty("detail");
  });

  it("says 304 with fresh figures where nothing changed", async () => {
    const { token } = await link();
    await tellDuePanels(world.deps);
    const first = await ask(token);
    const etag = first.headers.get("etag") ?? "";
    const again = await ask(token, { "if-none-match": `W/${etag}, "other"` });
    expect(again.status).toBe(304);
    expect(again.headers.get("subscription-userinfo")).toContain("total=1000000");
    const head = await world.app.request(`/sub/${token}`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe(etag);
  });

  it("knows no strange token, and the old one a day after a rotation", async () => {
    const { deps } = world;
    const { token, id, person } = await link();
    await tellDuePanels(deps);
    expect((await ask("x".repeat(32))).status).toBe(404);
    expect((await ask("short")).status).toBe(404);
    expect((await ask("%00")).status).toBe(404);
    await rotateLink(deps, person.actor, person.actor.userId, { subscriptionId: id, leaked: false });
    await tellDuePanels(deps);
    expect((await ask(token)).status).toBe(200);
    await deps.db.subscription.update({ where: { id }, data: { oldTokenUntil: new Date(0) } });
    await expect.poll(async () => (await ask(token)).status).toBe(404);
  });

  it("an account that has ended gets a valid document in its owner's language, in every format", async () => {
    const { deps } = world;
    const { token } = await link("fa");
    await tellDuePanels(deps);
    await passTime(deps, 31 * 86_400);
    await endDueSubscriptions(deps);
    const list = Buffer.from(await (await ask(token)).text(), "base64").toString("utf8");
    const names = list.split("\n").map((line) => decodeURIComponent(line.split("#")[1] ?? ""));
    expect(names).toHaveLength(2);
    expect(names[0]).toContain("به پایان رسید");
    expect(names[1]).toContain("localhost:3000/vpn/");
    expect(list).toContain("127.0.0.1:1");
    const browser = await ask(token, { accept: "text/html" });
    expect(browser.headers.get("location")).toBe(`http://localhost:3000/fa/s/${token}`);
    for (const format of ["links", "mihomo", "sing-box", "xray", "outline"])
      expect((await ask(token, {}, `?format=${format}`)).status, format).toBe(200);
    const { headers } = await ask(token);
    expect(Buffer.from(headers.get("announce")?.replace("base64:", "") ?? "", "base64").toString()).toContain(
      "تمدید",
    );
  });

  it("keeps its locations within the grace after the end, and says where to renew", async () => {
    const { deps } = world;
    const { token, id } = await link();
    await tellDuePanels(deps);
    const expiresAt = new Date(deps.clock.now().getTime() - 600_000);
    const startsAt = new Date(expiresAt.getTime() - 30 * 86_400_000);
    await deps.db.subscription.update({
      where: { id },
      data: { startsAt, periodStartsAt: startsAt, expiresAt },
    });
    const answer = await ask(token);
    const list = Buffer.from(await answer.text(), "base64")
      .toString("utf8")
      .split("\n");
    const named = list.map((line) => decodeURIComponent(line.split("#")[1] ?? ""));
    expect(named[0]).toMatch(/^⌛ Ended, connects until \w+ \d+, \d\d:\d\d UTC$/);
    expect(named[1]).toContain("Renew: localhost:3000/vpn/");
    expect(list.slice(2).map((line) => line.split(":")[0])).toEqual(["vless", "wireguard"]);
    // Nothing is chosen by itself that only speaks.
    const mihomo = parse(await (await ask(token, {}, "?format=mihomo")).text());
    expect(mihomo.proxies).toHaveLength(4);
    const [select, automatic] = mihomo["proxy-groups"];
    expect(automatic.proxies).toEqual(mihomo.proxies.slice(2).map(({ name }: { name: string }) => name));
    expect(select.proxies.slice(0, 3)).toEqual(["AUTO", named[0], named[1]]);
    const singBox = await (await ask(token, {}, "?format=sing-box")).json();
    const auto = singBox.outbounds.find(({ tag }: { tag: string }) => tag === "auto");
    expect(auto.outbounds).toHaveLength(2);
    expect(auto.outbounds).not.toContain(named[0]);
    expect(await (await ask(token, {}, "?format=xray")).json()).toHaveLength(4);
    expect(await (await ask(token, {}, "?format=wireguard")).text()).toContain("[Peer]");
    expect(answer.headers.get("subscription-userinfo")).toContain(
      `expire=${Math.floor(expiresAt.getTime() / 1000)}`,
    );
    const told = Buffer.from(answer.headers.get("announce")?.replace("base64:", "") ?? "", "base64");
    expect(told.toString()).toContain("localhost:3000/vpn/");
    expect(await endDueSubscriptions(deps)).toBe(0);
  });

  it("is asked at most so often by one app", async () => {
    const { token } = await link();
    const statuses = new Set<number>();
    for (let request = 0; request < 125; request += 1) statuses.add((await ask(token)).status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await ask(token)).headers.get("retry-after")).toMatch(/^\d+$/);
  });
});
