import { describe, expect, it } from "vitest";
import { absoluteUrl } from "@/lib/emails/absolute-url";
import { moneyValues } from "@/lib/emails/money-values";
import { type MailKind, renderMail } from "@/lib/emails/render-mail";

const KINDS: MailKind[] = [
  "verifyEmail",
  "accountExists",
  "resetPassword",
  "passwordChanged",
  "newSignIn",
  "liveKeyCreated",
  "suspended",
  "reinstated",
  "invoicePaid",
  "refundSent",
  "disputeOpened",
  "withdrawalRefused",
  "balanceLow",
  "adminDispute",
  "adminSecondApproval",
];
const URL_IN_MAIL = "https://shop.example/verify-email?token=abc&x=1";
const recipient = (locale: string) => ({
  email: "noora@example.com",
  name: "<b>Noora</b>",
  locale,
  isDemo: false,
});

describe("renderMail", () => {
  it.each(KINDS.flatMap((kind) => ["en", "fa", "pt-BR"].map((locale) => [kind, locale] as const)))(
    "writes %s in %s",
    async (kind, locale) => {
      const values = {
        device: "Firefox, Linux",
        address: "203.0.113.7",
        key: "Robot",
        last4: "x7Qk",
        ...moneyValues({ number: "12", amountMicros: "25000000", note: "No such address" }, locale),
      };
      const mail = await renderMail(kind, recipient(locale), { url: URL_IN_MAIL, values });
      expect(mail.html).toContain(`dir="${locale === "fa" ? "rtl" : "ltr"}"`);
      expect(mail.html).toContain(`lang="${locale}"`);
      expect(mail.html).not.toContain("<b>Noora</b>");
      expect(mail.subject).not.toMatch(/[{}]|\w+\.subject/);
      expect(mail.text).not.toMatch(/[{}]/);
      if (kind !== "suspended") expect(mail.text).toContain(URL_IN_MAIL);
      if (kind === "newSignIn") expect(mail.text).toContain("Firefox, Linux");
    },
  );

  it("writes the lines of a sheet into both bodies, as text", async () => {
    const rows = [["Total", "$25.00"] as const, ["Seller", "<i>Shop</i>, 1 Road"] as const];
    const mail = await renderMail("invoiceCopy", recipient("en"), { values: { number: "12" }, rows });
    expect(mail.subject).toBe("Invoice 12");
    expect(mail.text).toContain("Total: $25.00\nSeller: <i>Shop</i>, 1 Road");
    expect(mail.html).toContain("$25.00");
    expect(mail.html).not.toContain("<i>Shop</i>");
  });

  it("falls back to English for a language it does not know", async () => {
    expect((await renderMail("suspended", recipient("xx"))).subject).toBe("Your account is suspended");
  });
});

describe("absoluteUrl", () => {
  it("puts the language into the path", () => {
    const origin = new URL("https://shop.example");
    expect(absoluteUrl(origin, "en", "/sign-in")).toBe("https://shop.example/sign-in");
    expect(absoluteUrl(origin, "fa", "/sign-in?a=b")).toBe("https://shop.example/fa/sign-in?a=b");
  });
});
