import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STAFF_INVOICES } from "@/lib/table/definitions/invoices";
import { PAYMENTS } from "@/lib/table/definitions/payments";
import { REFUNDS } from "@/lib/table/definitions/refunds";
import { TRANSACTIONS } from "@/lib/table/definitions/transactions";

const ROOT = join(import.meta.dirname, "../..");
const LANGUAGES = ["en", "fa", "pt-BR"];

const folder = join(ROOT, "prisma/schema");
const schema = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

function valuesOf(name: string): string[] {
  const body = new RegExp(`^enum ${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(schema)?.[1] ?? "";
  return [...body.matchAll(/^ +([A-Z][A-Z0-9_]*)$/gm)].map(([, value = ""]) => value);
}

/** Where the words of each enum are; `silent` values have no word because nothing is shown for them. */
const WORDS: { name: string; path: string; silent?: string[] }[] = [
  { name: "WalletTransactionType", path: "wallet:type" },
  { name: "WalletTransactionStatus", path: "transactions:statuses" },
  { name: "Gateway", path: "money:gateway" },
  { name: "PaymentMethod", path: "billing:method" },
  { name: "InvoicePurpose", path: "billing:purpose" },
  { name: "InvoiceStatus", path: "billing:status" },
  { name: "InvoiceException", path: "billing:exception" },
  { name: "PaymentStatus", path: "billing:payment" },
  { name: "DisputeState", path: "money:dispute", silent: ["NONE"] },
  { name: "RefundStatus", path: "money:refund.state" },
  { name: "StrayReason", path: "money:strays.reasons" },
  { name: "AlertLevel", path: "money:alerts.level" },
];

function wordsAt(language: string, path: string): Record<string, string> {
  const [namespace = "", keys = ""] = path.split(":");
  const file = join(ROOT, "lib/i18n/messages", language, `${namespace}.json`);
  let found = JSON.parse(readFileSync(file, "utf8"));
  for (const key of keys.split(".")) found = found?.[key];
  return found ?? {};
}

describe("every state of money", () => {
  it.each(WORDS)("has a word of its own in each language: $name", ({ name, path, silent = [] }) => {
    const values = valuesOf(name).filter((value) => !silent.includes(value));
    expect(values.length).toBeGreaterThan(1);
    for (const language of LANGUAGES) {
      const words = wordsAt(language, path);
      const missing = values.filter((value) => !words[value]);
      expect({ language, missing }).toEqual({ language, missing: [] });
      expect(new Set(values.map((value) => words[value])).size).toBe(values.length);
    }
  });

  it.each([
    { definition: TRANSACTIONS, key: "type", name: "WalletTransactionType" },
    { definition: TRANSACTIONS, key: "status", name: "WalletTransactionStatus" },
    { definition: TRANSACTIONS, key: "gateway", name: "Gateway" },
    { definition: STAFF_INVOICES, key: "status", name: "InvoiceStatus" },
    { definition: PAYMENTS, key: "status", name: "PaymentStatus" },
    { definition: REFUNDS, key: "status", name: "RefundStatus" },
  ])("can be asked for in its list: $name", ({ definition, key, name }) => {
    const filter = definition.filters.find((candidate) => candidate.key === key);
    expect([...(filter?.options ?? [])].sort()).toEqual(valuesOf(name).sort());
  });
});
