import { expect, it } from "vitest";
import { withLatinDigits } from "@/lib/i18n/message-digits";

it("writes the digits of sentences as they are preferred, and leaves what shows digits", () => {
  expect(
    withLatinDigits({
      spent: "خرج ۳۰ روز",
      deep: { level: "۱: تأییدشده" },
      digitChoices: { PERSIAN: "(۱۲۳)" },
    }),
  ).toEqual({ spent: "خرج 30 روز", deep: { level: "1: تأییدشده" }, digitChoices: { PERSIAN: "(۱۲۳)" } });
});

it("rewrites the sentences of a file once", () => {
  const file = { spent: "خرج ۳۰ روز" };
  expect(withLatinDigits({ file }).file).toBe(withLatinDigits({ file }).file);
});
