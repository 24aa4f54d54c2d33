import { afterAll, beforeAll, expect, test } from "vitest";
import { addProvider } from "@/lib/domain/supply/commands/add-provider";
import { resumeProvider } from "@/lib/domain/supply/commands/resume-provider";
import { removeOldCalls, saveProviderCalls } from "@/lib/domain/supply/commands/save-provider-calls";
import { testProvider } from "@/lib/domain/supply/commands/test-provider";
import { updateProvider } from "@/lib/domain/supply/commands/update-provider";
import type { ProviderCallRecord } from "@/lib/domain/supply/ports";
import {
  addProviderSchema,
  isProviderAddress,
  updateProviderSchema,
} from "@/lib/domain/supply/provider-schema";
import { listProviderCalls } from "@/lib/domain/supply/queries/provider-calls";
import { getProvider } from "@/lib/domain/supply/queries/providers";
import { createCallBuffer } from "@/lib/integrations/sms/call-buffer";
import { newCustomer, openShop, rent, type Shop } from "../numbers/numbers-fixture";
import { actorOf, newUser, openTestWallet, type TestWallet } from "../wallet/wallet-fixture";

let wallet: TestWallet;
let shop: Shop;

beforeAll(async () => {
  wallet = await openTestWallet();
  shop = await openShop(wallet.db, { ownNumbers: 3 });
});

afterAll(() => wallet.close());

function form(change: Record<string, string> = {}) {
  return updateProviderSchema.parse({
    id: shop.supplierId,
    version: "0",
    name: "Supplier",
    baseUrl: "https://upstream.example",
    isActive: "on",
    priority: "10",
    windowSeconds: "1200",
    cancelAfterSeconds: "0",
    pollIntervalMs: "1000",
    lowBalance: "25.00",
    ...change,
  });
}

test("terms are saved with what they were; the key is stored encrypted and told to nobody", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  expect(await updateProvider(shop.deps, support, form())).toMatchObject({ reason: "forbidden" });
  expect(await updateProvider(shop.deps, admin, form({ apiKey: "very-secret" }))).toMatchObject({
    ok: true,
    version: 1,
  });
  const row = await wallet.db.provider.findUniqueOrThrow({ where: { id: shop.supplierId } });
  expect(shop.deps.cipher.decrypt(row.credentials ?? new Uint8Array())).toBe("very-secret");
  const audit = await wallet.db.auditEvent.findFirstOrThrow({ where: { action: "provider.updated" } });
  expect(audit.before).toMatchObject({ baseUrl: "http://127.0.0.1:9", lowBalanceMicros: null, key: "none" });
  expect(audit.after).toMatchObject({
    baseUrl: "https://upstream.example",
    lowBalanceMicros: "25.00",
    key: "replaced",
  });
  const seen = await getProvider(shop.deps, support, shop.supplierId);
  expect(seen).toMatchObject({ hasKey: true, lowBalance: "25.00", version: 1 });
  expect(JSON.stringify([seen, audit.before, audit.after])).not.toContain("very-secret");
});

test("who saw an older version is told what stands there now, and nothing is lost", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  expect(await updateProvider(shop.deps, admin, form({ version: "1", priority: "20" }))).toMatchObject({
    version: 2,
  });
  expect(await updateProvider(shop.deps, admin, form({ version: "1", priority: "30" }))).toMatchObject({
    ok: false,
    reason: "changed_meanwhile",
    details: { version: 2, "now:priority": 20 },
  });
  // An empty key leaves the stored one.
  const row = await wallet.db.provider.findUniqueOrThrow({ where: { id: shop.supplierId } });
  expect(row).toMatchObject({ priority: 20, credentials: expect.anything() });
});

test.each([
  ["https://upstream.example", true, true],
  ["https://upstream.example/api", true, true],
  ["http://127.0.0.1:4010", true, false],
  ["http://upstream.example", false, false],
  ["https://user:pass@upstream.example", false, false],
  ["https://upstream.example/?api_key=1", false, false],
  ["ftp://upstream.example", false, false],
  ["javascript:alert(1)", false, false],
  ["upstream", false, false],
])("the address %s: demo %s, production %s", (address, demo, production) => {
  expect(isProviderAddress(address, "demo")).toBe(demo);
  expect(isProviderAddress(address, "production")).toBe(production);
});

test("an address that cannot be is refused at its field; a pause ends with an audit row", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const bad = form({ version: "2", baseUrl: "http://elsewhere.example" });
  expect(await updateProvider(shop.deps, admin, bad)).toMatchObject({
    reason: "invalid_input",
    details: { field: "baseUrl" },
  });
  await wallet.db.provider.update({
    where: { id: shop.supplierId },
    data: { consecutiveFailures: 4, pausedUntil: new Date(Date.now() + 60_000) },
  });
  expect(await resumeProvider(shop.deps, admin, shop.supplierId)).toMatchObject({ ok: true });
  expect(await getProvider(shop.deps, admin, shop.supplierId)).toMatchObject({
    state: "healthy",
    consecutiveFailures: 0,
  });
  expect(await wallet.db.auditEvent.count({ where: { action: "provider.resumed" } })).toBe(1);
});

test("a test call tells balance and prices and remembers the balance", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  expect(await testProvider(shop.deps, support, shop.supplierId)).toMatchObject({ reason: "forbidden" });
  const answer = await testProvider(shop.deps, admin, shop.supplierId);
  expect(answer).toMatchObject({ ok: true, test: { balance: { error: null }, prices: { error: null } } });
  expect(await testProvider(shop.deps, admin, shop.ownId)).toMatchObject({ reason: "invalid_input" });
  expect(await wallet.db.auditEvent.count({ where: { action: "provider.tested" } })).toBe(1);
});

test("calls reach the transcript in batches, each at its order; polls that repeat themselves once; the old go", async () => {
  const order = await rent(shop, await newCustomer(shop));
  await wallet.db.order.update({ where: { id: order.id }, data: { upstreamOrderId: "77" } });
  const buffer = createCallBuffer((calls) => saveProviderCalls(shop.deps, calls), shop.deps.log);
  const call: ProviderCallRecord = {
    providerId: shop.ownId,
    orderId: order.id,
    upstreamOrderId: null,
    action: "getNumberV2",
    request: { service: "wa" },
    response: "ok",
    outcome: "ok",
    isPoll: false,
    durationMs: 12,
    at: new Date(),
  };
  buffer.keep(call);
  buffer.keep({ ...call, orderId: null, upstreamOrderId: "77", action: "setStatus" });
  const failing = { ...call, orderId: null, action: "getActiveActivations", outcome: "lost", isPoll: true };
  for (let time = 0; time < 5; time += 1) buffer.keep(failing);
  await buffer.flush();
  expect((await listProviderCalls(shop.deps, { orderId: order.id })).map(({ action }) => action)).toEqual([
    "setStatus",
    "getNumberV2",
  ]);
  expect(await listProviderCalls(shop.deps, { providerId: shop.ownId })).toHaveLength(3);
  await wallet.db
    .$executeRaw`UPDATE provider_calls SET created_at = now() - interval '31 days' WHERE action = 'setStatus'`;
  expect(await removeOldCalls(shop.deps)).toBe(1);
  for (let time = 0; time < 3; time += 1) buffer.keep({ ...call, orderId: null, action: "getNumber" });
  buffer.keep(failing);
  await buffer.flush();
  const folded = await listProviderCalls(shop.deps, { providerId: shop.ownId });
  expect(folded.map(({ action, count }) => [action, count])).toEqual([
    ["getNumber", 3],
    ["getActiveActivations", 1],
    ["getNumberV2", 1],
  ]);
  const broken = createCallBuffer(() => Promise.reject(new Error("away")), shop.deps.log);
  broken.keep(call);
  await expect(broken.flush(), "a transcript never fails a rent").resolves.toBeUndefined();
});

test("a number cannot be kept from cancelling for longer than it is rented", () => {
  const read = updateProviderSchema.safeParse({ ...form(), lowBalance: "", cancelAfterSeconds: "1201" });
  expect(read.error?.issues.map(({ path }) => path)).toEqual([["cancelAfterSeconds"]]);
});

test("a supplier is set up switched off, once by its code, its key told to nobody", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const typed = {
    name: "Tiger",
    code: " Tiger-2 ",
    baseUrl: "https://api.example.com",
    apiKey: "another-secret",
  };
  const add = (change: object = {}, actor = admin) =>
    addProvider(shop.deps, actor, addProviderSchema.parse({ ...typed, ...change }));
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  expect(await add({}, support)).toEqual({ ok: false, reason: "forbidden" });
  for (const baseUrl of ["ftp://api.example.com", "https://me:secret@api.example.com", "http://10.0.0.1"])
    expect(await add({ baseUrl })).toMatchObject({ reason: "invalid_input", details: { field: "baseUrl" } });
  const added = await add();
  if (!added.ok) throw new Error(added.reason);
  const seen = await getProvider(shop.deps, support, added.providerId);
  expect(seen).toMatchObject({
    code: "tiger-2",
    kind: "SMS_ACTIVATE",
    isActive: false,
    hasKey: true,
    state: "off",
  });
  const row = await wallet.db.provider.findUniqueOrThrow({ where: { id: added.providerId } });
  expect(shop.deps.cipher.decrypt(row.credentials ?? new Uint8Array())).toBe("another-secret");
  const audit = await wallet.db.auditEvent.findFirstOrThrow({ where: { action: "provider.added" } });
  expect(audit).toMatchObject({ targetId: added.providerId, after: { code: "tiger-2", key: "set" } });
  expect(JSON.stringify(audit.after)).not.toContain("another-secret");
  const taken = { ok: false, reason: "value_taken", details: { field: "code" } };
  expect(await add({ name: "Other" })).toEqual(taken);
  expect(await wallet.db.provider.count({ where: { code: "tiger-2" } })).toBe(1);
});

test.each([{ code: "two words" }, { code: "" }, { apiKey: " " }, { baseUrl: "" }, { name: "" }])(
  "no supplier is set up with %o",
  (change) => {
    const typed = { name: "Tiger", code: "tiger", baseUrl: "https://api.example.com", apiKey: "key" };
    const read = addProviderSchema.safeParse({ ...typed, ...change });
    expect(read.error?.issues.map(({ path }) => path)).toEqual([Object.keys(change)]);
  },
);

test("what the form takes of times and money is kept, up to its ends", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const least = { windowSeconds: "60", cancelAfterSeconds: "60", pollIntervalMs: "500", priority: "0" };
  const most = {
    windowSeconds: "86400",
    cancelAfterSeconds: "86400",
    pollIntervalMs: "600000",
    priority: "10000",
  };
  for (const terms of [
    { ...least, lowBalance: "0" },
    { ...most, lowBalance: "1000000" },
  ]) {
    const { version } = await wallet.db.provider.findUniqueOrThrow({ where: { id: shop.supplierId } });
    const saved = await updateProvider(shop.deps, admin, form({ ...terms, version: String(version) }));
    expect(saved, terms.windowSeconds).toMatchObject({ ok: true });
  }
});
