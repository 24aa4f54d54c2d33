import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { releaseNumber } from "@/lib/domain/numbers/commands/release-number";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { addNumber } from "@/lib/domain/supply/commands/add-number";
import { switchNumbers } from "@/lib/domain/supply/commands/deactivate-number";
import { checkNumberFile, importNumbers, reportOf } from "@/lib/domain/supply/commands/import-numbers";
import { addNumberSchema } from "@/lib/domain/supply/number-schema";
import { getNumber } from "@/lib/domain/supply/queries/get-number";
import { listNumbers } from "@/lib/domain/supply/queries/list-numbers";
import { NUMBER_LIST } from "@/lib/table/definitions/numbers";
import { readTableState } from "@/lib/table/table-state";
import {
  addNumbers,
  expectSound,
  newCustomer,
  openShop,
  orderOf,
  rent,
  rentInput,
  type Shop,
  sms,
} from "../numbers/numbers-fixture";
import { actorOf, newUser, openTestWallet, type TestWallet } from "../wallet/wallet-fixture";

let wallet: TestWallet;
let shop: Shop;
let admin: UserActor;
let support: UserActor;

beforeAll(async () => {
  wallet = await openTestWallet();
  shop = await openShop(wallet.db);
  admin = actorOf(await newUser(wallet.db), "ADMIN");
  support = actorOf(await newUser(wallet.db), "SUPPORT");
  await wallet.db.operator.create({
    data: { id: shop.deps.ids.uuid(), countryId: shop.countryId, code: "vivo", name: "Vivo" },
  });
});
afterAll(() => wallet.close());

const HEAD = "number,country,operator,area_code,services\n";
const list = async (asked: Record<string, string>) => {
  const answer = await listNumbers(shop.deps, support, readTableState(NUMBER_LIST, asked));
  return answer.ok ? answer.page.rows : [];
};
const idOf = async (e164: string) =>
  (await wallet.db.phoneNumber.findUniqueOrThrow({ where: { e164 }, select: { id: true } })).id;
const form = (typed: object = {}) =>
  addNumberSchema.parse({ number: "+55 11 91234-0001", country: "br", services: "wa", ...typed });

describe("one number", () => {
  it("is added with its shelf, listed and recorded", async () => {
    const added = await addNumber(
      shop.deps,
      admin,
      form({ operator: "vivo", areaCode: "11", services: "wa, telegram" }),
    );
    expect(added.ok).toBe(true);
    expect(await list({ search: "91234" })).toMatchObject([
      { e164: "+5511912340001", operator: "Vivo", areaCode: "11", services: 2, state: "free", holder: null },
    ]);
    const id = added.ok ? added.numberId : "";
    expect(await wallet.db.auditEvent.findFirst({ where: { targetId: id } })).toMatchObject({
      action: "number.added",
    });
    expect(await addNumber(shop.deps, admin, form())).toEqual({
      ok: false,
      reason: "value_taken",
      details: { field: "number" },
    });
  });

  it.each([
    ["country", { country: "zz" }],
    ["number", { number: "+4917612345678" }],
    ["operator", { operator: "nobody" }],
    ["services", { services: "wa, nothing" }],
    ["provider", { provider: "up" }],
  ])("of an unknown %s is refused at that field", async (field, typed) => {
    const refused = await addNumber(shop.deps, admin, form({ number: "+5511912340002", ...typed }));
    expect(refused).toEqual({ ok: false, reason: "invalid_input", details: { field } });
  });

  it.each(["11912340001", "+0551191234", "+55119123400011234", "=1+1"])("%s is none", (number) => {
    expect(() => form({ number })).toThrow();
  });
});

describe("a file of numbers", () => {
  it("is checked row by row and nothing is written", async () => {
    const before = await wallet.db.phoneNumber.count();
    const text = `${HEAD}${[
      "+5511900000001,BR,vivo,11,wa tg",
      "+5511900000001,BR,,,wa",
      "+5511912340001,BR,,,wa",
      "5511900000002,BR,,,wa",
      "+4917612345678,BR,,,wa",
      "+5511900000003,ZZ,,,wa",
      "+5511900000004,BR,tim,,wa",
      "+5511900000005,73,,,nope",
      "+5511900000006,BR,,,",
      '=HYPERLINK("x"),BR,,,wa',
      "+5511900000007,BR,@sum,,wa",
      "+5511900000008,BR",
      '"+55 11 90000-0009",br,"Vivo","",whatsapp',
    ].join("\r\n")}\r\n`;
    const checked = await checkNumberFile(shop.deps, admin, { text });
    if (!checked.ok) throw new Error(checked.reason);
    const report = reportOf(checked, null);
    expect(report).toMatchObject({ total: 13, valid: 2, links: 3, added: null });
    expect(report.examples.map(({ line, problem }) => [line, problem])).toEqual([
      [3, "duplicate_in_file"],
      [4, "already_there"],
      [5, "invalid_number"],
      [6, "wrong_country"],
      [7, "unknown_country"],
      [8, "unknown_operator"],
      [9, "unknown_service"],
      [10, "no_service"],
      [11, "formula"],
      [12, "formula"],
      [13, "wrong_columns"],
    ]);
    expect(await wallet.db.phoneNumber.count()).toBe(before);
  });

  it.each([
    ["nothing", ""],
    ["other columns", "phone,country\n+5511900000001,BR\n"],
    ["no header", "+5511900000001,BR,,,wa\n"],
  ])("with %s is refused whole", async (_, text) => {
    expect(await checkNumberFile(shop.deps, admin, { text })).toEqual({
      ok: false,
      reason: "file_wrong_columns",
    });
  });

  it("is imported only as it was checked", async () => {
    const text = `${HEAD}+5511911110001;BR;;;wa`.replaceAll(",", ";");
    expect(
      await importNumbers(shop.deps, admin, { text, provider: "", fileName: "", expected: 5 }),
    ).toMatchObject({
      reason: "conflict",
    });
    expect(
      await importNumbers(shop.deps, support, { text, provider: "", fileName: "", expected: 1 }),
    ).toEqual({
      ok: false,
      reason: "forbidden",
    });
    const done = await importNumbers(shop.deps, admin, { text, provider: "own", fileName: "", expected: 1 });
    expect(done.ok && done.report).toMatchObject({ total: 1, valid: 1, added: 1 });
  });

  it("of 50,000 rows is taken in one transaction", async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `+5521${String(900_000_000 + index)},BR,,21,wa`,
    );
    const done = await importNumbers(shop.deps, admin, {
      text: HEAD + rows.join("\n"),
      provider: "",
      fileName: "",
      expected: 50_000,
    });
    expect(done.ok && done.report).toMatchObject({
      total: 50_000,
      valid: 50_000,
      added: 50_000,
      problems: {},
    });
    expect((await list({ search: "+5521900049999" })).map((row) => row.services)).toEqual([1]);
    await wallet.db.$executeRaw`DELETE FROM phone_number_services WHERE phone_number_id IN
      (SELECT id FROM phone_numbers WHERE e164 LIKE '+5521900%')`;
    await wallet.db.$executeRaw`DELETE FROM phone_numbers WHERE e164 LIKE '+5521900%'`;
  }, 60_000);
});

describe("taking numbers off the shelf", () => {
  it("lets a live order go on and gives the number to nobody afterwards", async () => {
    await wallet.db.phoneNumberService.updateMany({ data: { isAllowed: false } });
    const [e164 = ""] = await addNumbers(shop, 1);
    const id = await idOf(e164);
    const customer = await newCustomer(shop);
    const order = await rent(shop, customer);
    const off = { ids: [id], isActive: false, reason: "old SIM" };
    expect(await switchNumbers(shop.deps, support, off)).toEqual({ ok: false, reason: "forbidden" });
    expect(await switchNumbers(shop.deps, admin, off)).toEqual({ ok: true, changed: 1, held: 1 });
    expect(await switchNumbers(shop.deps, admin, off)).toEqual({ ok: true, changed: 0, held: 0 });
    expect(await receiveMessage(shop.deps, sms(e164, "WhatsApp code 123-456"))).toMatchObject({
      outcome: "delivered",
    });
    expect((await orderOf(shop, customer, order.id)).code).not.toBeNull();
    const refused = await rentNumber(shop.deps, customer, rentInput({ service: "tg" }));
    expect(refused).toMatchObject({ ok: false, reason: "no_stock" });
    expect(await switchNumbers(shop.deps, admin, { ...off, isActive: true })).toMatchObject({ changed: 1 });
    expect((await rent(shop, customer, { service: "tg" })).phoneE164).toBe(e164);
    await expectSound(shop);
  });
});

describe("giving a number back", () => {
  it("ends the order by its own rule, with the money, and shows the history without codes", async () => {
    await wallet.db.phoneNumberService.updateMany({ data: { isAllowed: false } });
    const [e164 = ""] = await addNumbers(shop, 1);
    const numberId = await idOf(e164);
    const customer = await newCustomer(shop);
    const order = await rent(shop, customer);
    expect((await list({ state: "rented", search: e164 }))[0]?.holder).toMatchObject({
      userId: customer.userId,
    });
    const asked = { numberId, reason: "stuck" };
    expect(await releaseNumber(shop.deps, support, asked)).toEqual({ ok: false, reason: "forbidden" });
    expect(await releaseNumber(shop.deps, admin, asked)).toEqual({ ok: true, closed: 1 });
    expect(await orderOf(shop, customer, order.id)).toMatchObject({ status: "CANCELED" });
    expect(await releaseNumber(shop.deps, admin, asked)).toEqual({ ok: false, reason: "conflict" });
    const detail = await getNumber(shop.deps, support, numberId);
    expect(detail.ok && detail.number).toMatchObject({
      state: "free",
      holder: null,
      orders: [{ id: order.id, status: "CANCELED", hasCode: false }],
    });
    expect(
      await wallet.db.auditEvent.count({ where: { action: "number.released", targetId: numberId } }),
    ).toBe(1);
    await expectSound(shop);
  });
});
