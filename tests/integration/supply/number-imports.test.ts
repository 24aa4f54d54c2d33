import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { importNumbers } from "@/lib/domain/supply/commands/import-numbers";
import { withdrawImport } from "@/lib/domain/supply/commands/withdraw-import";
import { fileNameSchema } from "@/lib/domain/supply/number-schema";
import { getNumber } from "@/lib/domain/supply/queries/get-number";
import { listNumbers } from "@/lib/domain/supply/queries/list-numbers";
import { getNumberImport, listNumberImports } from "@/lib/domain/supply/queries/number-imports";
import { NUMBER_LIST } from "@/lib/table/definitions/numbers";
import { readTableState } from "@/lib/table/table-state";
import { expectSound, newCustomer, openShop, rent, type Shop, sms } from "../numbers/numbers-fixture";
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
});
afterAll(() => wallet.close());

const PAGE = { page: 1, pageSize: 25, direction: "desc", search: "" } as const;
const HEAD = "number,country,operator,area_code,services\n";

/** Imports the rows of which `valid` can be taken, and returns its id. */
async function bring(rows: string[], valid: number, fileName: string): Promise<string> {
  const done = await importNumbers(shop.deps, admin, {
    text: HEAD + rows.join("\n"),
    provider: "own",
    fileName,
    expected: valid,
  });
  if (!done.ok) throw new Error(done.reason);
  const list = await listNumberImports(shop.deps, support, PAGE);
  return (list.ok && list.page.rows[0]?.id) || "";
}

async function numbersOf(importId: string) {
  const read = await getNumberImport(shop.deps, support, importId);
  return read.ok ? read.numberImport?.numbers : null;
}

describe("an import of numbers", () => {
  it("is kept with its file, its person and what came of its rows, and its numbers name it", async () => {
    const id = await bring(
      ["+5511900000001,BR,,,wa tg", "+5511900000002,BR,,,wa", "nothing,BR,,,wa"],
      2,
      "june.csv",
    );
    const list = await listNumberImports(shop.deps, support, PAGE);
    expect(list.ok && list.page.rows).toMatchObject([
      { id, fileName: "june.csv", by: { id: admin.userId }, rows: 3, added: 2, refused: 1 },
    ]);
    const found = async (search: string) => {
      const some = await listNumberImports(shop.deps, support, { ...PAGE, search });
      return some.ok && some.page.total;
    };
    expect([await found("JUNE"), await found("july"), await found("%")]).toEqual([1, 0, 0]);
    const asked = readTableState(NUMBER_LIST, { import: id });
    const numbers = await listNumbers(shop.deps, support, asked);
    const rows = numbers.ok ? numbers.page.rows : [];
    expect(rows.map(({ e164 }) => e164)).toEqual(["+5511900000001", "+5511900000002"]);
    const one = await getNumber(shop.deps, support, rows[0]?.id ?? "");
    expect(one.ok && one.number?.import).toEqual({ id, fileName: "june.csv" });
    const nobody = await listNumbers(shop.deps, support, readTableState(NUMBER_LIST, { import: "june.csv" }));
    expect(nobody.ok && nobody.page.rows).toEqual([]);
  });

  it("is staff's to see and an administrator's to take back", async () => {
    const customer = await newCustomer(shop);
    expect(await listNumberImports(shop.deps, customer, PAGE)).toEqual({ ok: false, reason: "forbidden" });
    const asked = { importId: shop.deps.ids.uuid(), expected: 1, reason: "wrong file" };
    expect(await withdrawImport(shop.deps, support, asked)).toEqual({ ok: false, reason: "forbidden" });
    expect(await withdrawImport(shop.deps, admin, asked)).toEqual({ ok: false, reason: "not_found" });
  });

  it("is taken back as one: what is held or had a code stays, and one entry of the audit says it", async () => {
    await wallet.db.phoneNumberService.updateMany({ data: { isAllowed: false } });
    const files = Array.from({ length: 5 }, (_, at) => `+551191000000${at},BR,,,wa tg`);
    const importId = await bring(files, 5, "wrong.csv");
    const [holder, user] = [await newCustomer(shop), await newCustomer(shop)];
    const held = await rent(shop, holder);
    const used = await rent(shop, user);
    await receiveMessage(shop.deps, sms(used.phoneE164 ?? "", "WhatsApp code 123-456"));
    expect(held.phoneE164).not.toBe(used.phoneE164);
    expect(await numbersOf(importId)).toMatchObject({ off: 0, unused: 3 });

    const asked = { importId, expected: 2, reason: "wrong file" };
    // More than the preview told: nobody decided upon the third.
    expect(await withdrawImport(shop.deps, admin, asked)).toEqual({
      ok: false,
      reason: "conflict",
      details: { unused: 3 },
    });
    expect(await numbersOf(importId)).toMatchObject({ off: 0, unused: 3 });
    expect(await withdrawImport(shop.deps, admin, { ...asked, expected: 4 })).toEqual({
      ok: true,
      withdrawn: 3,
      left: 2,
    });
    expect(await numbersOf(importId)).toMatchObject({ off: 3, unused: 0 });
    const audits = await wallet.db.auditEvent.findMany({ where: { action: "numbers.import_withdrawn" } });
    expect(audits).toMatchObject([
      {
        targetId: importId,
        reason: "wrong file",
        before: { unused: 3, off: 0 },
        after: { unused: 0, off: 3 },
      },
    ]);
    // Nothing of it is left to rent but what stayed.
    const customer = await newCustomer(shop);
    const third = await rent(shop, customer, { service: "tg" });
    expect([held.phoneE164, used.phoneE164]).toContain(third.phoneE164);
    expect(await withdrawImport(shop.deps, admin, asked)).toEqual({ ok: false, reason: "not_found" });
    await expectSound(shop);
  });

  it.each([
    ["  list.csv ", "list.csv"],
    ["a\u202eb\u0000.csv", "ab.csv"],
    ["x".repeat(300), "x".repeat(200)],
  ])("keeps %j as a name", (typed, kept) => {
    expect(fileNameSchema.parse(typed)).toBe(kept);
  });
});
