import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorld, type World } from "@/tests/support/world";
import { type Asked, ask, keyOf, stockShop } from "./rest-world";

type Mode = "LIVE" | "SANDBOX";

let world: World;
let keys: Record<Mode, string>;

beforeAll(async () => {
  world = await openWorld();
  await stockShop(world, 3);
  const ada = await world.person({ usd: 7, level: 3 });
  keys = { LIVE: await keyOf(world, ada), SANDBOX: await keyOf(world, ada, { mode: "SANDBOX" }) };
});
afterAll(() => world.close());

const request = (mode: Mode, method: string, path: string, asked: Asked = {}) =>
  ask(world, method, path, { key: keys[mode], ...asked });

const listed = async (mode: Mode): Promise<string[]> => {
  const { data } = await (await request(mode, "get", "/webhooks")).json();
  return data.map(({ id }: { id: string }) => id);
};

it("every door tells a sandbox key of the same play money, and a live key of the wallet", async () => {
  const headers = (mode: Mode) => ({ headers: { authorization: `Bearer ${keys[mode]}` } });
  const seen = async (mode: Mode) => {
    const handler = `/stubs/handler_api.php?api_key=${keys[mode]}&action=getBalance`;
    const wallet = await (await request(mode, "get", "/wallet")).json();
    const profile = await (await world.app.request("/v1/user/profile", headers(mode))).json();
    return [
      wallet.available.amount,
      await (await world.app.request(handler)).text(),
      profile.balance,
      profile.frozen_balance,
    ];
  };
  expect(await seen("LIVE")).toEqual(["7.00", "ACCESS_BALANCE:7.00", 7, 0]);
  expect(await seen("SANDBOX")).toEqual(["1000.00", "ACCESS_BALANCE:1000.00", 1000, 0]);
  const payments = async (mode: Mode) =>
    (await (await world.app.request("/v1/user/payments", headers(mode))).json()).Total;
  expect(await payments("LIVE")).toBe(1);
  expect(await payments("SANDBOX")).toBe(0);
});

it("a key sees and changes the webhook endpoints of its mode alone", async () => {
  const body = { url: "https://hooks.example.com/a", events: ["sms.received", "ping"] };
  const ids = {} as Record<Mode, string>;
  for (const mode of ["LIVE", "SANDBOX"] as const) {
    const made = await request(mode, "post", "/webhooks", { body });
    expect(made.status).toBe(201);
    const endpoint = await made.json();
    expect(endpoint).toMatchObject({ isSandbox: mode === "SANDBOX", events: ["sms.received", "ping"] });
    ids[mode] = endpoint.id;
  }
  expect(await listed("LIVE")).toEqual([ids.LIVE]);
  expect(await listed("SANDBOX")).toEqual([ids.SANDBOX]);
  const calls: [string, string, Asked?][] = [
    ["get", ""],
    ["patch", "", { body: { description: "mine" } }],
    ["delete", ""],
    ["post", "/rotate-secret"],
    ["post", "/switch", { body: { isOn: false } }],
    ["post", "/test", { body: { event: "ping" } }],
    ["get", "/deliveries"],
  ];
  for (const [method, path, asked] of calls) {
    for (const [mode, other] of [
      ["SANDBOX", "LIVE"],
      ["LIVE", "SANDBOX"],
    ] as const) {
      const answer = await request(mode, method, `/webhooks/${ids[other]}${path}`, asked);
      expect(answer.status, `${mode} ${method} ${path}`).toBe(404);
    }
  }
  expect(
    (await request("LIVE", "post", `/webhooks/${ids.LIVE}/test`, { body: { event: "ping" } })).status,
  ).toBe(200);
});

it("ping alone is enough to choose, and survives a change of the others", async () => {
  const made = await request("LIVE", "post", "/webhooks", {
    body: { url: "https://hooks.example.com/b", events: ["ping"] },
  });
  const { id, events } = await made.json();
  expect(events).toEqual(["ping"]);
  const changed = await request("LIVE", "patch", `/webhooks/${id}`, {
    body: { events: ["ping", "order.expired"] },
  });
  expect((await changed.json()).events).toEqual(["order.expired", "ping"]);
});
