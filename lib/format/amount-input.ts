import { numberFormat } from "./number-format";

const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** "10.00", "pt-BR" -> "10,00": a decimal as people of this language type it; digits stay Latin. */
export function toAmountInput(decimal: string, locale: string): string {
  return locale === "pt-BR" ? decimal.replace(".", ",") : decimal;
}

/**
 * What was typed as a plain decimal: Persian digits and the language's own decimal sign are understood. Anything else
 * stays as it is, so that it is refused rather than guessed.
 */
export function fromAmountInput(text: string, locale: string): string {
  const sign =
    numberFormat(locale)
      .formatToParts(1.5)
      .find(({ type }) => type === "decimal")?.value ?? ".";
  const plain = text
    .trim()
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace("\u066b", ".");
  return sign === "," && !plain.includes(".") ? plain.replace(",", ".") : plain;
}
