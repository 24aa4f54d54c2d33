import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it } from "vitest";
import { VALUE_WORDS } from "@/components/audit/audit-field";
import * as enums from "@/lib/db/generated/enums";
import { COUNTRY_FIELDS } from "@/lib/domain/catalog/commands/update-country";
import { SERVICE_FIELDS } from "@/lib/domain/catalog/commands/update-service";
import {
  AUDIT_ACTIONS,
  AUDIT_TARGETS,
  isAuditAction,
  isAuditTarget,
} from "@/lib/domain/kernel/audit-actions";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings/defaults";
import { loadMessages } from "@/lib/i18n/messages";
import { routing } from "@/lib/i18n/routing";
import { parseSource } from "../../architecture/scan/source-file";
import { child, children, memberPath, type Node, nameOf, stringOf, walk } from "../../architecture/scan/walk";

const ACTIONS = Object.values(AUDIT_ACTIONS).flat();

function keysOf(node: Node | null): string[] {
  const found: string[] = [];
  if (node)
    walk(node, (inner) => {
      if (inner.type !== "Property" || inner.computed) return;
      found.push(nameOf(child(inner, "key")) ?? stringOf(child(inner, "key")) ?? "");
    });
  return found;
}

/** The names that the product's code writes out in the before and after of its audit entries. */
function writtenFields(): string[] {
  const paths = readdirSync("lib/domain", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join("lib/domain", path));
  const found = new Set<string>();
  for (const path of paths) {
    const { tree, text } = parseSource(path, readFileSync(path, "utf8"));
    if (!tree || !/writeAudit|recordChange/.test(text)) continue;
    walk(tree, (node) => {
      if (node.type !== "CallExpression") return;
      if (!/^(?:writeAudit|recordChange)$/.test(memberPath(child(node, "callee")) ?? "")) return;
      for (const argument of children(node, "arguments"))
        walk(argument, (inner) => {
          const name = inner.type === "Property" ? nameOf(child(inner, "key")) : null;
          if (name === "before" || name === "after")
            for (const key of keysOf(child(inner, "value"))) found.add(key);
        });
    });
  }
  return [...found];
}

/** Of entries whose values come from elsewhere. */
const GATHERED = [
  ...Object.keys(SERVICE_FIELDS),
  ...Object.keys(COUNTRY_FIELDS),
  ...Object.values(DEFAULT_SETTINGS).flatMap((value) => Object.keys(value)),
  ...["name", "baseUrl", "isActive", "priority", "windowSeconds", "cancelAfterSeconds", "pollIntervalMs"],
  ...["lowBalanceMicros", "key", "currentPriceMicros", "bulkDiscounts", "icon", "characters", "available"],
  ...["debt", "isOn", "minimum", "maximum", "feePercent", "note", "payoutReference", "priceMicros", "for"],
  ...["services", "countries", "category", "minPriceMicros", "maxPriceMicros", "mode", "amount", "rounding"],
  ...["behaviour", "delivery", "fault", "count", "seconds", "eventId", "times", "session", "payment"],
  ...["dispute", "outcome", "address", "asset", "rbf", "parts", "n", "chain", "depth", "dropped", "txid"],
  ...["on", "kind", "scope", "calls", "source", "usd", "stale", "garbage", "id"],
  ...["panelBehaviour", "panelVersion", "uploadBytes", "downloadBytes"],
];

/** Looked at as parts of the settings' own value, or not shown by themselves. */
const NOT_SHOWN = new Set(["value", "spec", "problems", "version"]);

const ENUM_WORDS: [string, Record<string, string>][] = [
  ["user:status", enums.UserStatus],
  ["role", enums.Role],
  ["invoice:status", enums.InvoiceStatus],
  ["invoice:exception", enums.InvoiceException],
  ["withdrawal:status", enums.WithdrawalStatus],
  ["stray_payment:status", enums.StrayStatus],
  ["reconciliation:status", enums.ReconciliationStatus],
  ["subscription:status", enums.SubscriptionStatus],
  ["order:reason", enums.CloseReason],
  ["gateway", enums.Gateway],
];

describe.each(routing.locales)("the audit trail in %s", (locale) => {
  let has: (key: string) => boolean;
  beforeAll(async () => {
    const messages = (await loadMessages(locale)) as Record<string, string>;
    has = createTranslator({ locale, messages, timeZone: "UTC" }).has;
  });

  it("has words for every action, its module and every kind of thing", () => {
    expect(ACTIONS.filter((action) => !has(`audit.actions.${action}`))).toEqual([]);
    expect(Object.keys(AUDIT_ACTIONS).filter((module) => !has(`audit.modules.${module}`))).toEqual([]);
    expect(AUDIT_TARGETS.filter((target) => !has(`audit.targets.${target}`))).toEqual([]);
    expect(Object.keys(DEFAULT_SETTINGS).filter((key) => !has(`audit.settings.${key}`))).toEqual([]);
  });

  it("has a label for every field that an entry holds", () => {
    const fields = [...new Set([...writtenFields(), ...GATHERED])].filter((name) => !NOT_SHOWN.has(name));
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((name) => !has(`audit.fields.${name}`))).toEqual([]);
  });

  it("has the place and the words of every stored value", () => {
    expect(Object.values(VALUE_WORDS).filter((path) => !has(path))).toEqual([]);
    const missing = ENUM_WORDS.flatMap(([field, values]) =>
      Object.values(values)
        .map((value) => `${VALUE_WORDS[field]}.${value}`)
        .filter((key) => !has(key)),
    );
    expect(missing).toEqual([]);
  });
});

it("knows the actions that the database itself writes", () => {
  const folder = "prisma/migrations";
  const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".sql"))
    .flatMap((path) => [
      ...readFileSync(join(folder, path), "utf8").matchAll(
        /INSERT INTO audit_events[^;]*?'(\w+\.\w+)', '(\w+)'/g,
      ),
    ]);
  expect(written.length).toBeGreaterThan(0);
  for (const [, action = "", target = ""] of written) {
    expect(isAuditAction(action), action).toBe(true);
    expect(isAuditTarget(target), target).toBe(true);
  }
});
