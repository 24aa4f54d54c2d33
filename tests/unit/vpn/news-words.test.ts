import { describe, expect, it } from "vitest";
import { renderMail } from "@/lib/emails/render-mail";
import { subscriptionValues } from "@/lib/emails/subscription-values";

const LOCALES = ["en", "fa", "pt-BR"] as const;
const TASTES = { calendar: "AUTO", digits: "AUTO", timeZone: null } as const;
const FACTS = {
  number: "12",
  invoice: "7",
  plan: "Month",
  planFa: "ماهانه",
  planPt: "Mensal",
  amountMicros: "12990000",
  until: "2026-12-01T09:30:00.000Z",
  graceUntil: "2026-12-01T10:30:00.000Z",
};
const reader = (locale: string) => ({ email: "noora@example.com", name: "Noora", locale, isDemo: false });
const BOUGHT = ["BUY", "RENEW", "UPGRADE"].map((purchase) => ["vpnBought", { purchase }] as const);
const UNBOUGHT = [
  "paid_late",
  "paid_partial",
  "price_changed",
  "plan_changed",
  "no_vpn_capacity",
  "not_known",
].map((reason) => ["vpnNotBought", { reason }] as const);
const FAILED = ["insufficient_funds", "no_vpn_capacity", "plan_withdrawn", "wallet_frozen", "not_known"].map(
  (reason) => ["vpnRenewalFailed", { reason }] as const,
);
const CASES = [
  ...BOUGHT,
  ["vpnBought", { purchase: "RENEW", keptMicros: "10000" }],
  ...UNBOUGHT,
  ...FAILED,
  ["vpnRenewalDue", { missingMicros: "0" }],
  ["vpnRenewalDue", { missingMicros: "3000000" }],
  ["vpnRenewed", {}],
  ["vpnTrafficLow", { percent: "95" }],
  ["vpnTrafficUsedUp", {}],
  ["vpnEndsSoon", {}],
  ["vpnTimeOver", {}],
  ["vpnSuspended", {}],
  ["vpnResumed", {}],
  ["vpnRevoked", {}],
  ["vpnNewLink", { oldUntil: "2026-11-30T09:30:00.000Z" }],
  ["vpnNewLink", { oldUntil: "" }],
] as const;

const write = (kind: (typeof CASES)[number][0], params: Record<string, string>, locale: string) =>
  renderMail(kind, reader(locale), {
    url: "https://shop.example/vpn/subscriptions/1",
    values: subscriptionValues({ ...FACTS, ...params }, locale, TASTES),
  });

describe("mails about a subscription", () => {
  it("are whole sentences in every language, whatever happened", async () => {
    const told = new Set<string>();
    for (const locale of LOCALES)
      for (const [kind, params] of CASES) {
        const { subject, text } = await write(kind, params, locale);
        expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|Invalid|vpn[A-Z]/);
        expect(text).toMatch(kind === "vpnNotBought" || params === BOUGHT[0]?.[1] ? /[7۷]/ : /12|۱۲/);
        told.add(`${locale}${text}`);
      }
    // Each case says something of its own.
    expect(told.size).toBe(LOCALES.length * CASES.length);
  });

  it("name the plan, the price and what is missing in the reader's language", async () => {
    const due = { missingMicros: "3000000" };
    expect((await write("vpnRenewalDue", due, "en")).text).toContain(
      "Subscription 12 (Month) renews by itself before Dec 1, 09:30 UTC, for $12.99. Your wallet lacks $3.00 for it",
    );
    expect((await write("vpnRenewalDue", due, "pt-BR")).text).toContain("(Mensal)");
    const persian = (await write("vpnRenewalDue", due, "fa")).text;
    expect(persian).toContain("ماهانه");
    expect(persian).toContain("۱۰ آذر");
  });

  it("give times in the reader's own zone and calendar, and say UTC where nobody knows the zone", () => {
    const at = (tastes: Partial<Record<keyof typeof TASTES, string | null>>) =>
      subscriptionValues(FACTS, "en", { ...TASTES, ...tastes } as never).until;
    expect(at({})).toBe("Dec 1, 09:30 UTC");
    expect(at({ timeZone: "America/Sao_Paulo" })).toBe("Dec 1, 06:30");
    expect(at({ timeZone: "Asia/Tehran", calendar: "PERSIAN" })).toBe("Azar 10, 13:00");
  });

  it("write the numbers of invoices and subscriptions in the reader's digits", () => {
    const { number, invoice } = subscriptionValues(FACTS, "fa", TASTES);
    expect([number, invoice]).toEqual(["۱۲", "۷"]);
  });

  it("fall back to the English name of a plan that has no other", () => {
    const bare = { ...FACTS, planFa: "", planPt: "" };
    expect(LOCALES.map((locale) => subscriptionValues(bare, locale, TASTES).plan)).toEqual([
      "Month",
      "Month",
      "Month",
    ]);
  });
});
