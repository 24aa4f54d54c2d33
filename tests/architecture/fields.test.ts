import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listPages } from "../support/page-list";

const ROOT = join(import.meta.dirname, "../..");
const SCALARS = new Set([
  "String",
  "Int",
  "BigInt",
  "Boolean",
  "DateTime",
  "Json",
  "Bytes",
  "Decimal",
  "Float",
]);
const NEVER = "never shown";

interface Row {
  model: string;
  field: string;
  page: string;
  source: string;
}

function readRows(text: string): Row[] {
  return text.split(/^## /m).flatMap((section) => {
    const model = section.split("\n")[0]?.trim() ?? "";
    return [...section.matchAll(/^\| (\w+) \| ([^|]+) \| ([^|]+) \|$/gm)]
      .filter(([, field]) => field !== "field")
      .map(([, field = "", page = "", source = ""]) => ({
        model,
        field,
        page: page.trim(),
        source: source.trim(),
      }));
  });
}

/** The columns of a model: what is no relation to another one. */
function fieldsOf(schema: string, model: string): string[] {
  const enums = new Set([...schema.matchAll(/^enum (\w+)/gm)].map(([, name]) => name));
  const body = new RegExp(`^model ${model} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(schema)?.[1] ?? "";
  return [...body.matchAll(/^ +(\w+) +(\w+)(?:\[\])?\??/gm)]
    .filter(([, , type]) => SCALARS.has(type ?? "") || enums.has(type))
    .map(([, name]) => name ?? "");
}

/** "`file`: `word`" -> whether the file still says the word. Words of explanation name no file. */
function isKept({ source }: Row): boolean {
  const [, file, word] = /^`([^`]+)`: `(\w+)`$/.exec(source) ?? [];
  if (!file || !word) return !source.startsWith("`");
  return (
    existsSync(join(ROOT, file)) && new RegExp(`\\b${word}\\b`).test(readFileSync(join(ROOT, file), "utf8"))
  );
}

const rows = readRows(readFileSync(join(ROOT, "docs/fields.md"), "utf8"));
const schemaFolder = join(ROOT, "prisma/schema");
const schema = readdirSync(schemaFolder)
  .map((name) => readFileSync(join(schemaFolder, name), "utf8"))
  .join("\n");
const models = [...new Set(rows.map(({ model }) => model))];

describe("where every field is seen", () => {
  it("covers the models of people, catalogue, supply, orders, money and VPN", () => {
    expect(models.sort()).toEqual(
      [
        "ApiKey",
        "AuditEvent",
        "Country",
        "FavoriteService",
        "Invoice",
        "LoginEvent",
        "NumberImport",
        "Offer",
        "Operator",
        "Order",
        "Payment",
        "PaymentRefund",
        "PhoneNumber",
        "PhoneNumberService",
        "PriceChange",
        "Project",
        "Provider",
        "ReconciliationFinding",
        "ReconciliationRun",
        "Service",
        "Session",
        "SmsMessage",
        "SupplierOffer",
        "User",
        "VpnServer",
        "Plan",
        "VpnPanel",
        "PanelProbe",
        "PanelCheck",
        "VpnInbound",
        "Subscription",
        "PlanPurchase",
        "SubscriptionCredential",
        "UserConfig",
        "UserUsage",
        "UsageReading",
        "UsageEntry",
        "Withdrawal",
        "WebhookEndpoint",
        "WebhookDelivery",
        "WebhookAttempt",
        "WithdrawalApproval",
        "WalletTransaction",
      ].sort(),
    );
  });

  it.each(models)("leaves out no field of %s and invents none", (model) => {
    const listed = rows.filter((row) => row.model === model).map(({ field }) => field);
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.sort()).toEqual(fieldsOf(schema, model).sort());
  });

  it("names pages that exist", () => {
    const pages = new Set(listPages().map(({ template }) => template));
    expect(rows.filter(({ page }) => page !== NEVER && !pages.has(page))).toEqual([]);
    expect(pages.has("/admin/nothing")).toBe(false);
  });

  it("names sources that still draw the field", () => {
    expect(rows.filter((row) => row.page !== NEVER && !isKept(row))).toEqual([]);
    expect(isKept({ model: "", field: "", page: "", source: "`app/nothing.tsx`: `id`" })).toBe(false);
  });
});
