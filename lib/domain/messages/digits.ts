/** The zero of each script whose digits people receive; the other nine follow it. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];

const VALUE_OF = new Map(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, value): [string, string] => [
      String.fromCharCode(zero + value),
      String(value),
    ]),
  ),
);

/** Marks that steer the direction of writing or join letters: invisible, and in the way. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;

/** Wide punctuation separates; its narrow form would join numbers ("123456，10" is no decimal). */
const WIDE_PUNCTUATION = /[，。、；！？（）［］【】「」『』〈〉《》]/g;

/**
 * The text with every digit as 0-9, whatever its script, with plain hyphens and spaces, and without invisible marks.
 * Full-width forms become ordinary ones.
 */
export function normalizeDigits(text: string): string {
  return text
    .replace(WIDE_PUNCTUATION, " ")
    .replace(/：/g, ": ")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(DASHES, "-")
    .replace(/[^\S\r\n]/g, " ")
    .replace(/\p{Nd}/gu, (digit) => VALUE_OF.get(digit) ?? digit);
}
