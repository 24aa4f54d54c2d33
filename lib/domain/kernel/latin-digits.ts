const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** "۱۰۵٬۳۹۵" -> "105٬395": Persian and Arabic digits as Latin ones; everything else stays. */
export function latinDigits(text: string): string {
  // Both ranges begin at a multiple of sixteen.
  return text.replace(EASTERN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

const NUMBER_LIKE = /^[\d\u0660-\u0669\u06f0-\u06f9\s#+().-]+$/;

/** What was typed into a search: a number in Latin digits, whatever the keyboard; words as they are. */
export function plainSearch(text: string): string {
  return NUMBER_LIKE.test(text) ? latinDigits(text) : text;
}
