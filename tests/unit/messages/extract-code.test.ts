import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeDigits } from "@/lib/domain/messages/digits";
import { extractCode, maskCodes } from "@/lib/domain/messages/extract-code";

/** Zeros of the scripts that SMS come in. */
const SCRIPTS = {
  latin: 0x30,
  arabic: 0x0660,
  persian: 0x06f0,
  devanagari: 0x0966,
  bengali: 0x09e6,
  thai: 0x0e50,
  fullWidth: 0xff10,
};
const inScript = (text: string, zero: number) =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** {} stands for the code. Every one has something else with digits, or words that mislead. */
const TEMPLATES = [
  "Your WhatsApp code: {}\nDon't share this code with others\n4sgLq1p5sV6",
  "{} is your Telegram verification code. It expires in 10 minutes.",
  "<#> Your code is {}. Valid for 300 seconds. Call +1 (415) 555-0100 for help. FA+9qCX9VSu",
  "Use {} to sign in. If this was not you, visit https://example.com/help/998877 or call 1-800-555-0199.",
  "Your verification code is {}. You paid $25.00 on 2026-11-21 at 10:45.",
  "Enter {} to confirm your payment of USD 1299 to the card ending in 4242.",
  "Code {}: never share it. © 2026 Example Inc.",
  "【微信】验证码{}，10分钟内有效，请勿泄露。客服电话95017。",
  "您的验证码是 {}，请在1440分钟内输入。",
  "کد تأیید شما: {}\nاین کد تا ۱۰ دقیقه معتبر است. مبلغ ۲۵۰۰۰ تومان",
  "رمز التحقق الخاص بك هو {} وهو صالح لمدة 10 دقائق",
  "Ваш код подтверждения: {}. Никому не сообщайте. Действует 15 минут. Поддержка 8 800 555-35-35",
  "{} — код для входа в Telegram",
  "Seu código de verificação é {}. Ele expira em 10 minutos. Pedido 77889, R$ 35,90.",
  "{} é o seu código do Instagram. Não compartilhe.",
  "Kode verifikasi Anda adalah {}. Berlaku 10 menit. Jangan berikan kepada siapa pun, Rp 50000.",
  "Tu código de verificación es {}. Caduca en 5 minutos.",
  "Doğrulama kodunuz {}. 180 saniye geçerlidir.",
  "आपका OTP {} है। 10 मिनट में समाप्त।",
  "รหัส OTP ของคุณคือ {} ใช้ได้ 5 นาที",
  "認証コード：{}（有効期限10分）",
  "인증번호 [{}] 10분 이내에 입력하세요.",
  "קוד האימות שלך: {}",
  "Ihr Bestätigungscode lautet {}. Gültig bis 18:30 Uhr.",
  "PIN: {}",
];

const digitsOf = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const numeric = fc.oneof(digitsOf(4), digitsOf(5), digitsOf(6), digitsOf(6), digitsOf(7), digitsOf(8));
const written = fc.oneof(
  numeric.map((code) => ({ code, text: code })),
  digitsOf(6).map((code) => ({ code, text: `${code.slice(0, 3)}-${code.slice(3)}` })),
  digitsOf(6).map((code) => ({ code, text: `${code.slice(0, 3)} ${code.slice(3)}` })),
  digitsOf(8).map((code) => ({ code, text: `${code.slice(0, 4)}-${code.slice(4)}` })),
  digitsOf(6).map((code) => ({ code, text: `G-${code}` })),
);

describe("any code in any text in any script", () => {
  it("is found", () => {
    fc.assert(
      fc.property(
        written,
        fc.constantFrom(...TEMPLATES),
        fc.constantFrom(...Object.values(SCRIPTS)),
        ({ code, text }, template, zero) => {
          const body = template.replace("{}", inScript(text, zero));
          expect([extractCode(body), body]).toEqual([code, body]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("is found when it mixes capitals and digits", () => {
    const mixed = fc
      .tuple(fc.stringMatching(/^[A-Z][0-9][A-Z][0-9]$/), fc.stringMatching(/^[A-Z][0-9]$/))
      .map(([a, b]) => `${a}-${b}`);
    const latin = TEMPLATES.filter((template) => /code|código|Kode|OTP|kodunuz/i.test(template));
    fc.assert(
      fc.property(mixed, fc.constantFrom(...latin), (code, template) => {
        const body = template.replace("{}", code);
        expect([extractCode(body), body]).toEqual([code, body]);
      }),
    );
  });
});

describe("real texts", () => {
  it.each([
    ["WhatsApp code 123-456. You can also tap: v.whatsapp.com/123456", "123456"],
    ["G-482913 is your Google verification code.", "482913"],
    [
      "Telegram code: 12345\n\nYou can also tap on this link to log in:\nhttps://t.me/login/12345\n\nO2P2z+/jBpJ",
      "12345",
    ],
    ["Use 123 456 to verify your Instagram account.", "123456"],
    ["FB-48291 is your Facebook confirmation code", "48291"],
    ["Your Steam code: 5PK7R", "5PK7R"],
    ["Your Discord security code is: A1B2-C3", "A1B2-C3"],
    ["Login code: a1b2c3", "a1b2c3"],
    ["Verify here: https://example.com/verify?user=8&code=774411&x=1", "774411"],
    ["Tap to sign in: https://v.tt/ABC123", "ABC123"],
    ["Your code is below\n@example.com #336699", "336699"],
    ["Your TikTok code: 1 2 3 4 5 6", "123456"],
    ["1999 is your code", "1999"],
    ["482913", "482913"],
    ["Instagram: 482 913", "482913"],
    ["Your verification code: 12-34-56", "123456"],
  ])("%s", (body, code) => {
    expect(extractCode(body)).toBe(code);
  });

  it.each([
    "Welcome to WhatsApp!",
    "Call us on +55 11 91234-5678 or 0800 123 4567",
    "You received $2500.00 from Ana",
    "Your balance is R$ 1.234,56",
    "Your subscription ends on 2026-11-21",
    "See you at 18:30 on 21/11/2026",
    "Offer valid for 1440 minutes only",
    "© 2026 Example Inc. All rights reserved to the company in every country of this world.",
    "Your card ending in 4242 was charged 1299 USD",
    "Order #48213 has shipped",
    "Visit https://example.com/news",
    "You used 5000MB of your data plan this month, which is 80% of everything you have",
    "",
  ])("has none: %s", (body) => {
    expect(extractCode(body)).toBeNull();
  });
});

it("never throws, whatever comes", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (body) => void extractCode(body)));
});

it.each(["1 ", "1-", "a", "a.", "A1", "1.", "@", "a@", "code ", "+1 ", "http://", "۱۲ "])(
  "stays fast when somebody sends only %j",
  (part) => {
    const started = performance.now();
    extractCode(part.repeat(5_000));
    expect(performance.now() - started).toBeLessThan(500);
  },
);

it("reads digits of any script, through marks that nobody sees", () => {
  expect(normalizeDigits("\u200f۱۲۳\u200c٤٥٦\u00a0７８９‑०")).toBe("123456 789-0");
});

it("masks every code of a text that is not for its reader", () => {
  fc.assert(
    fc.property(
      written,
      fc.constantFrom(...TEMPLATES),
      fc.constantFrom(...Object.values(SCRIPTS)),
      ({ code, text }, template, zero) => {
        const masked = maskCodes(template.replace("{}", inScript(text, zero)));
        expect(extractCode(masked)).not.toBe(code);
        expect(normalizeDigits(masked)).not.toContain(code);
      },
    ),
  );
  expect(maskCodes("Your Steam code: 5PK7R, a1b2c3, A1B2-C3")).not.toMatch(/5PK7R|a1b2c3|A1B2/);
});
